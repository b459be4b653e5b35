package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.Sender.Abilities;
import io.cloudpbx.messaging.flow.Sender.Registration;
import io.cloudpbx.messaging.flow.Standing.Consent;
import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.TextSituation.Thread;
import io.cloudpbx.messaging.flow.TextSituation.Traffic;
import io.cloudpbx.messaging.flow.TextToSend.Asked;
import io.cloudpbx.messaging.flow.TextToSend.Draft;
import io.cloudpbx.messaging.flow.TextToSend.Reply;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text and its situation in which nothing stands against sending, until a test says otherwise. */
final class Question {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /** A Wednesday, 1 PM in New York and 10 AM in Los Angeles. */
    static final Instant NOON = Instant.parse("2026-09-16T17:00:00Z");

    TextKind kind;
    Instant now = NOON;
    String body = "Your table is ready.";
    int media;
    Draft draft = new Draft(3, 7);
    Asked asked = new Asked(Reply.STOP, NOON, false, null);

    Recipient.Kind recipientKind = Recipient.Kind.ORDINARY;
    String address = "+12125550123";
    String country = "US";
    Place place = new Place(Set.of("US-NY"), Set.of(NEW_YORK), Place.Evidence.AREA_CODE);

    boolean frozen;
    boolean ownNumber;
    Set<String> countries = GateRules.DEFAULT_COUNTRIES;
    boolean marketingToCanada;
    GateRules.Limits limits = GateRules.Limits.DEFAULT;
    long ceiling = 1_000_000;
    List<LocalHours> states = List.of();

    boolean tollFree;
    boolean ours = true;
    boolean ready = true;
    boolean sms = true;
    boolean mms = true;
    Registration registration = Registration.APPROVED;

    @Nullable
    OptedOut optedOut;

    @Nullable
    Instant paused;

    @Nullable
    Consent informational = new Consent("c-1", false, Instant.parse("2026-01-05T12:00:00Z"));

    @Nullable
    Consent marketing = new Consent("c-2", true, Instant.parse("2026-01-05T12:00:00Z"));

    @Nullable
    Instant wroteAt;

    @Nullable
    Instant calledAt;

    @Nullable
    String unreachable;

    int repliesLastHour;

    @Nullable
    String previousReply;

    int campaignsLastDay;
    boolean toMany;
    long spentToday;
    long epoch = 3;
    boolean assistantOn = true;
    long lastInbound = 7;

    Question(TextKind kind) {
        this.kind = kind;
        toMany = kind == TextKind.INFORMATIONAL || kind == TextKind.MARKETING;
        if (kind == TextKind.ASSISTANT) {
            wroteAt = NOON.minus(Duration.ofMinutes(1));
        }
        if (kind == TextKind.CONFIRMATION) {
            optedOut = new OptedOut(NOON.minusSeconds(1), Standing.Source.KEYWORD, "STOP");
        }
    }

    Verdict decide() {
        return TextGate.decide(text(), situation());
    }

    TextToSend text() {
        return new TextToSend(
                kind,
                new Recipient(address, recipientKind, country, place),
                body,
                media,
                toMany,
                kind == TextKind.ASSISTANT ? draft : null,
                kind == TextKind.CONFIRMATION ? asked : null);
    }

    TextSituation situation() {
        return new TextSituation(
                now,
                frozen,
                ownNumber,
                new GateRules(
                        countries,
                        marketingToCanada,
                        limits,
                        new GateRules.Prices(8_000, 20_000, ceiling),
                        hours(states),
                        NEW_YORK),
                new Sender(
                        new PhoneNumber("+14155550100"), tollFree, ours, ready, new Abilities(sms, mms), registration),
                new Standing(optedOut, paused, informational, marketing, wroteAt, calledAt, unreachable),
                new Traffic(repliesLastHour, previousReply, campaignsLastDay, spentToday),
                new Thread(epoch, assistantOn, lastInbound));
    }

    /** The federal window, some states' and the house's. */
    static QuietHours hours(List<LocalHours> states) {
        List<LocalHours> all = new java.util.ArrayList<>(states);
        all.add(daily("US", "08:00", "21:00"));
        all.add(daily("CA", "09:00", "21:00"));
        return QuietHours.of(all, daily("house", "10:00", "20:00"));
    }

    static LocalHours daily(String code, String from, String until) {
        Map<DayOfWeek, List<LocalHours.Window>> windows = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            windows.put(day, List.of(new LocalHours.Window(LocalTime.parse(from), LocalTime.parse(until))));
        }
        return new LocalHours(code, code, windows, false, null, "a test", LocalDate.EPOCH, null, null);
    }
}

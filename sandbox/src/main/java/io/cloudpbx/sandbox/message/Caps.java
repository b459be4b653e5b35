package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.market.LineProfile.LineType;
import io.cloudpbx.sandbox.state.A2pLimits;
import io.cloudpbx.sandbox.state.Campaign;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.SenderRegistrations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What American networks take from a campaign in a second (30022) and a day (30023), and from a brand in a day (30027:
 * T-Mobile's cap, whose part the one mobile network of this market plays). Days end at midnight Pacific time
 * ({@code twilio.md} sections 14 and 15).
 */
final class Caps {
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final CarrierState state;
    private final SenderRegistrations registrations;
    private final Inventory inventory = Inventory.standard();
    private final Tally today = new Tally();
    private final Tally thisSecond = new Tally();

    /** Counts what has left before a restart. */
    Caps(CarrierState state, TextStore store) {
        this.state = state;
        this.registrations = state.senderRegistrations();
        store.oldestFirst().forEach(this::remember);
    }

    private void remember(Text text) {
        Instant left = text.progress().sent();
        Integer code = text.progress().errorCode();
        boolean capped = code != null && (code == 30022 || code == 30023 || code == 30027);
        if (left != null && !capped) {
            registrations
                    .campaignOfNumber(String.valueOf(text.route().from()))
                    .ifPresent(campaign -> countToday(text, campaign, left));
        }
    }

    private void countToday(Text text, Campaign campaign, Instant now) {
        today.add(campaign.sid(), day(now), segments(text));
        if (reachesMobile(text)) {
            today.add(campaign.brandSid(), day(now), segments(text));
        }
    }

    /** Counts a text that leaves now; or the code with which it fails, since there is no room for it. */
    synchronized OptionalInt take(Text text, Instant now) {
        String from = String.valueOf(text.route().from());
        if (state.number(from).isEmpty() || Sender.isAbroad(text.route().to())) {
            return OptionalInt.empty();
        }
        return registrations
                .campaignOfNumber(from)
                .map(campaign -> take(text, campaign, now))
                .orElseGet(OptionalInt::empty);
    }

    private OptionalInt take(Text text, Campaign campaign, Instant now) {
        A2pLimits ofCampaign = registrations.limitsOf(campaign.sid());
        A2pLimits ofBrand = registrations.limitsOf(campaign.brandSid());
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        int segments = segments(text);
        if (isOver(ofCampaign.segmentsPerSecond(), thisSecond.after(campaign.sid(), second, segments))) {
            return OptionalInt.of(30022);
        }
        if (isOver(ofCampaign.segmentsPerDay(), today.after(campaign.sid(), day(now), segments))) {
            return OptionalInt.of(30023);
        }
        if (reachesMobile(text)
                && isOver(ofBrand.segmentsPerDay(), today.after(campaign.brandSid(), day(now), segments))) {
            return OptionalInt.of(30027);
        }
        thisSecond.add(campaign.sid(), second, segments);
        countToday(text, campaign, now);
        return OptionalInt.empty();
    }

    private static boolean isOver(@Nullable Integer most, int segments) {
        return most != null && segments > most;
    }

    private boolean reachesMobile(Text text) {
        return inventory.lineOf(text.route().to()).type() == LineType.MOBILE;
    }

    private static int segments(Text text) {
        return text.content().segments();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PACIFIC).toLocalDate();
    }

    /** Segments by whom they count for, in the newest span of time: a day or a second. */
    private static final class Tally {
        private final Map<String, Used> used = new HashMap<>();

        private record Used(Object span, int segments) {}

        /** What it would be with so many more. */
        int after(String sid, Object span, int more) {
            Used soFar = used.get(sid);
            return more + (soFar != null && soFar.span().equals(span) ? soFar.segments() : 0);
        }

        void add(String sid, Object span, int more) {
            used.put(sid, new Used(span, after(sid, span, more)));
        }
    }
}

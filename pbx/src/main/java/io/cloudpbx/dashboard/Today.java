package io.cloudpbx.dashboard;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.HourCount;
import io.cloudpbx.dashboard.DaySummary.AnswerTimes;
import io.cloudpbx.dashboard.DaySummary.CallTotals;
import io.cloudpbx.dashboard.DaySummary.Hour;
import io.cloudpbx.dashboard.DaySummary.Item;
import io.cloudpbx.dashboard.DaySummary.MissedTotals;
import io.cloudpbx.dashboard.DaySummary.VoicemailTotals;
import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.HelpCalls;
import io.cloudpbx.dialing.ReachedCeilings;
import io.cloudpbx.hooks.Endpoint;
import io.cloudpbx.hooks.Endpoints;
import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.messaging.ConversationView;
import io.cloudpbx.messaging.ConversationViews;
import io.cloudpbx.missedcalls.MissedCallView;
import io.cloudpbx.missedcalls.MissedCallViews;
import io.cloudpbx.missedcalls.MissedCalls;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.voicemail.VoicemailView;
import io.cloudpbx.voicemail.VoicemailViews;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Sums up the day. */
@Service
public class Today {
    private static final int MOST_ITEMS = 8;
    private static final Duration TOLD_FOR = Duration.ofHours(24);

    private final CallViews calls;
    private final VoicemailViews voicemailViews;
    private final Voicemails voicemails;
    private final MissedCalls missed;
    private final MissedCallViews missedViews;
    private final ConversationViews conversations;
    private final TextsOfDay texts;
    private final Endpoints webhooks;
    private final ReachedCeilings ceilings;
    private final HelpCalls help;
    private final Knowledge knowledge;
    private final Settings settings;
    private final Clock clock;

    Today(
            CallViews calls,
            VoicemailViews voicemailViews,
            Voicemails voicemails,
            MissedCalls missed,
            MissedCallViews missedViews,
            ConversationViews conversations,
            TextsOfDay texts,
            Endpoints webhooks,
            ReachedCeilings ceilings,
            HelpCalls help,
            Knowledge knowledge,
            Settings settings,
            Clock clock) {
        this.calls = calls;
        this.voicemailViews = voicemailViews;
        this.voicemails = voicemails;
        this.missed = missed;
        this.missedViews = missedViews;
        this.conversations = conversations;
        this.texts = texts;
        this.webhooks = webhooks;
        this.ceilings = ceilings;
        this.help = help;
        this.knowledge = knowledge;
        this.settings = settings;
        this.clock = clock;
    }

    public DaySummary summary() {
        ZoneId zone = settings.current().timeZone();
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        var counts = calls.byHour(midnight, next, zone);
        return new DaySummary(
                day,
                zone.getId(),
                opening(knowledge.sheet().openingAt(now, zone)),
                totals(counts),
                new VoicemailTotals(voicemails.unheard(), voicemails.receivedBetween(midnight, next)),
                new MissedTotals(missed.open()),
                texts.between(midnight, now),
                answers(midnight, now, day.minusDays(1).atStartOfDay(zone).toInstant()),
                conversations.counts(),
                hours(counts),
                needsYou(midnight),
                calls.any());
    }

    private static DaySummary.Opening opening(Opening opening) {
        return switch (opening) {
            case Opening.Open open -> new DaySummary.Opening("open", open.until());
            case Opening.Closed closed -> new DaySummary.Opening("closed", closed.opensAt());
            case Opening.Unknown unknown -> new DaySummary.Opening("unknown", null);
        };
    }

    private AnswerTimes answers(Instant midnight, Instant now, Instant yesterday) {
        return new AnswerTimes(
                calls.medianAnswer(midnight, now),
                calls.medianAnswer(yesterday, yesterday.plus(Duration.between(midnight, now))));
    }

    /** How many calls of a time ended how. */
    CallTotals totals(Instant from, Instant to, ZoneId zone) {
        return totals(calls.byHour(from, to, zone));
    }

    private CallTotals totals(List<HourCount> counts) {
        return new CallTotals(
                sum(counts, count -> true),
                sum(counts, count -> count.outcome() == Outcome.ANSWERED),
                sum(counts, count -> count.outcome() == Outcome.VOICEMAIL),
                sum(counts, count -> count.outcome().isMissed()),
                sum(counts, count -> count.outcome() == Outcome.ABANDONED),
                sum(counts, count -> count.outcome() == Outcome.REJECTED),
                calls.liveCount());
    }

    private static List<Hour> hours(List<HourCount> counts) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> hour(
                        hour,
                        counts.stream().filter(count -> count.hour() == hour).toList()))
                .toList();
    }

    private static Hour hour(int hour, List<HourCount> counts) {
        return new Hour(
                hour,
                sum(counts, count -> count.outcome() == Outcome.ANSWERED),
                sum(counts, count -> count.outcome() == Outcome.HANDLED),
                sum(counts, count -> count.outcome() == Outcome.VOICEMAIL),
                sum(counts, count -> count.outcome().isMissed()),
                sum(counts, count -> count.outcome() == Outcome.ABANDONED),
                sum(counts, count -> count.outcome() == Outcome.REJECTED),
                sum(counts, count -> count.outcome() == Outcome.IN_PROGRESS));
    }

    private static int sum(List<HourCount> counts, Predicate<HourCount> which) {
        return counts.stream().filter(which).mapToInt(HourCount::calls).sum();
    }

    private List<Item> needsYou(Instant midnight) {
        var unheard = voicemailViews.unheard(MOST_ITEMS).stream().map(Today::item);
        var toCallBack = missedViews.open(MOST_ITEMS).stream().map(Today::item);
        var waiting = conversations.needingPerson(MOST_ITEMS).stream().map(Today::item);
        var paused = webhooks.inTrouble().stream().map(Today::item);
        var reached = ceilings.lately(midnight, clock.instant()).stream().map(Today::item);
        var called = help.since(clock.instant().minus(TOLD_FOR)).stream().map(Today::item);
        return Stream.of(waiting, unheard, toCallBack, paused, reached, called)
                .flatMap(items -> items)
                .sorted(Comparator.comparing(Item::at).reversed())
                .limit(MOST_ITEMS)
                .toList();
    }

    private static Item item(ConversationView waiting) {
        String why = waiting.needsPerson() == null ? "" : waiting.needsPerson();
        return new Item("conversation", waiting.id(), waiting.name(), why, waiting.lastAt());
    }

    private static Item item(Endpoint paused) {
        String why = String.valueOf(paused.pausedWhy());
        Instant at = Objects.requireNonNullElse(paused.pausedAt(), paused.createdAt());
        return new Item("webhook", paused.id(), "Webhook to " + paused.host(), "Paused. " + why, at);
    }

    private static Item item(HelpCalled call) {
        return new Item("emergency_call", call.id(), call.title(), call.sentence(), call.at());
    }

    private static Item item(ReachedCeilings.Told told) {
        var reached = told.reached();
        return new Item("call_ceiling", reached.id(), "Calls from here", told.sentence(), reached.at());
    }

    private static Item item(VoicemailView voicemail) {
        String text = voicemail.transcript().text() == null
                ? "Voicemail for " + voicemail.extensionName()
                : voicemail.transcript().text();
        String who = Objects.requireNonNullElse(voicemail.name(), voicemail.fromDisplay());
        return new Item("voicemail", voicemail.id(), who, text, voicemail.receivedAt());
    }

    private static Item item(MissedCallView missed) {
        String times = missed.misses() == 1 ? "" : " " + missed.misses() + " times";
        var extension = missed.last().extension();
        String text =
                extension == null ? "Missed" + times + ", no voicemail" : "Missed" + times + " by " + extension.name();
        return new Item("missed_call", missed.id(), missed.name(), text, missed.lastAt());
    }
}

package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.TextToSend.Asked;
import io.cloudpbx.messaging.flow.TextToSend.Draft;
import io.cloudpbx.messaging.flow.TextToSend.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** What is sent as an answer: whether the question still stands, and whether nobody else has answered. */
final class AnswerChecks {
    /** Later, a confirmation needs a justification that we do not have (C4). */
    private static final Duration LATEST_CONFIRMATION = Duration.ofMinutes(5);

    /** HELP and START are answered once an hour (T20); somebody in distress may need it again sooner. */
    private static final Duration APART = Duration.ofHours(1);

    private static final Duration EMERGENCIES_APART = Duration.ofMinutes(10);

    private AnswerChecks() {}

    static Stream<Check> of(TextToSend text, TextSituation situation) {
        return switch (text.kind()) {
            case ASSISTANT -> assistant(Objects.requireNonNull(text.draft()), situation);
            case CONFIRMATION -> confirmation(Objects.requireNonNull(text.asked()), situation);
            case PERSONAL, INFORMATIONAL, MARKETING -> Stream.empty();
        };
    }

    private static Stream<Check> assistant(Draft draft, TextSituation situation) {
        TextSituation.Thread thread = situation.thread();
        return Stream.of(
                Check.that(
                        draft.epoch() == thread.epoch(),
                        "taken_over",
                        "S15",
                        "No person took the thread while this was written.",
                        "A person took the thread while this was written."),
                Check.that(
                        thread.assistantOn(),
                        "ai_off",
                        "S15",
                        "The assistant is on in this thread.",
                        "A person has this thread; the assistant is off."),
                Check.that(
                        draft.lastInbound() == thread.lastInbound(),
                        "stale_draft",
                        "S15",
                        "They have written nothing since.",
                        "They have written more since this was drafted."),
                Check.that(
                        situation.theyWroteToday(),
                        "nobody_asked",
                        "C16",
                        "They wrote within the last 24 hours.",
                        "They have not written within the last 24 hours; the assistant only answers."));
    }

    private static Stream<Check> confirmation(Asked asked, TextSituation situation) {
        return Stream.of(
                Check.that(
                        !asked.carrierAnswers(),
                        "carrier_answers",
                        "C10",
                        "Nobody else replies to these words.",
                        "The carrier replies to these words itself; a second reply would be one too many."),
                once(asked, situation),
                Check.that(
                        asked.reply() != Reply.STOP
                                || !situation.now().isAfter(asked.at().plus(LATEST_CONFIRMATION)),
                        "confirmation_late",
                        "C4",
                        "The confirmation is in time.",
                        "More than 5 minutes have passed; an opt-out is then honoured without a confirmation."));
    }

    private static Check once(Asked asked, TextSituation situation) {
        Instant last = asked.lastAnsweredAt();
        boolean first = last == null
                || switch (asked.reply()) {
                    case STOP -> last.isBefore(outSince(asked, situation));
                    case START, HELP -> !last.plus(APART).isAfter(situation.now());
                    case EMERGENCY -> !last.plus(EMERGENCIES_APART).isAfter(situation.now());
                };
        return Check.that(
                first,
                "already_confirmed",
                asked.reply() == Reply.STOP ? "C4" : "T20",
                "They have not had this reply yet.",
                "They have had this reply already.");
    }

    private static Instant outSince(Asked asked, TextSituation situation) {
        Standing.OptedOut out = situation.standing().optedOut();
        return out == null ? asked.at() : out.since();
    }
}

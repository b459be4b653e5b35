package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.Standing.Consent;
import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.Standing.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the recipient lets us (C1, C2, C9, C11, C22, C23, C41). */
final class PermissionChecks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private PermissionChecks() {}

    static Stream<Check> of(TextToSend text, TextSituation situation) {
        Stream<Check> always = Stream.of(optedOut(text, situation));
        return switch (text.kind()) {
            // The words just received are what they rest on; whether there were any is checked elsewhere.
            case PERSONAL, ASSISTANT, CONFIRMATION -> always;
            case INFORMATIONAL -> Stream.concat(always, Stream.of(informational(situation)));
            case MARKETING ->
                Stream.concat(always, Stream.of(marketing(situation), paused(situation), canada(text, situation)));
        };
    }

    private static Check optedOut(TextToSend text, TextSituation situation) {
        OptedOut out = situation.standing().optedOut();
        if (out == null) {
            return Check.passed("opted_out", "C1", "They have not opted out.");
        }
        if (text.kind() == TextKind.CONFIRMATION) {
            return Check.passed("opted_out", "C4", "They have opted out; this is the reply to their own words.");
        }
        return Check.failed("opted_out", out.source() == Source.CARRIER ? "C9" : "C1", said(out, situation));
    }

    private static String said(OptedOut out, TextSituation situation) {
        String quote = out.quote().isBlank() ? "" : " (“" + out.quote().strip() + "”)";
        String what = switch (out.source()) {
            case KEYWORD -> "They replied with a word that means STOP" + quote;
            case PHRASE, ASSISTANT -> "They asked for no more texts" + quote;
            case VOICE -> "They asked for no more texts in a call" + quote;
            case PERSON -> "They were opted out by a person here" + quote;
            case IMPORT -> "They were opted out on an imported list" + quote;
            // Not proof of a STOP: the same code stands for reassigned numbers (compliance.md section 2).
            case CARRIER -> "They are blocked by the carrier or Twilio";
        };
        String day = day(out.since(), situation.rules().zone());
        return what + ", since " + day + "." + undoing(out, situation.sender());
    }

    /** On toll-free numbers the block is the network's own (C11). */
    private static String undoing(OptedOut out, Sender sender) {
        return sender.tollFree() && (out.source() == Source.KEYWORD || out.source() == Source.CARRIER)
                ? " Only they can undo it, by texting START or UNSTOP."
                : "";
    }

    /** The id of the consent that a text rests on; null when it rests on none. */
    static @Nullable String consent(TextToSend text, TextSituation situation) {
        Consent consent = switch (text.kind()) {
            case PERSONAL, ASSISTANT, CONFIRMATION -> null;
            case INFORMATIONAL -> situation.theyBeganToday() ? null : toldThings(situation.standing());
            case MARKETING -> situation.standing().marketing();
        };
        return consent == null ? null : consent.id();
    }

    /** Who agreed to be sold things agreed to be told things. */
    private static @Nullable Consent toldThings(Standing standing) {
        return standing.informational() == null ? standing.marketing() : standing.informational();
    }

    private static Check informational(TextSituation situation) {
        Consent consent = toldThings(situation.standing());
        if (situation.theyBeganToday()) {
            return Check.passed("no_consent", "C16", "They got in touch within the last 24 hours.");
        }
        return consent == null
                ? Check.failed(
                        "no_consent",
                        "C22",
                        "They have not agreed to be texted, and this answers nothing of the last 24 hours.")
                : agreed(consent, situation);
    }

    private static Check marketing(TextSituation situation) {
        Consent consent = situation.standing().marketing();
        if (consent == null) {
            return Check.failed("no_consent", "C23", "They have not agreed to marketing texts.");
        }
        return consent.written()
                ? agreed(consent, situation)
                : Check.failed(
                        "no_consent",
                        "C22",
                        "They agreed to marketing texts, but not in writing (consent " + consent.id() + ").");
    }

    private static Check agreed(Consent consent, TextSituation situation) {
        String day = day(consent.since(), situation.rules().zone());
        return Check.passed("no_consent", "C22", "They agreed on " + day + " (consent " + consent.id() + ").");
    }

    private static Check paused(TextSituation situation) {
        Instant since = situation.standing().marketingPausedSince();
        return since == null
                ? Check.passed("marketing_paused", "C2", "Marketing to them is not paused.")
                : Check.failed(
                        "marketing_paused",
                        "C2",
                        "Marketing to them is paused since "
                                + day(since, situation.rules().zone())
                                + ": something they wrote may have been an opt-out, and a person has not decided yet.");
    }

    private static Check canada(TextToSend text, TextSituation situation) {
        return Check.that(
                !text.to().country().equals("CA") || situation.rules().marketingToCanada(),
                "canada_not_enabled",
                "C41",
                "No further country's consent rule applies.",
                "Canada has a consent rule of its own; marketing there is switched off.");
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}

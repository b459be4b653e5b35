package io.cloudpbx.messaging.flow;

import java.util.Objects;
import java.util.stream.Stream;

/** How often somebody hears from us (S14, C17). */
final class FrequencyChecks {
    private FrequencyChecks() {}

    static Stream<Check> of(TextToSend text, TextSituation situation) {
        return switch (text.kind()) {
            case PERSONAL, CONFIRMATION -> Stream.empty();
            case ASSISTANT -> Stream.of(replies(situation), repeated(text, situation));
            case INFORMATIONAL ->
                text.toMany()
                        ? Stream.of(replies(situation), campaigns("campaign_cap", text, situation))
                        : Stream.of(replies(situation));
            case MARKETING -> Stream.of(campaigns("marketing_cap", text, situation));
        };
    }

    private static Check replies(TextSituation situation) {
        int sent = situation.traffic().repliesLastHour();
        int most = situation.rules().limits().repliesAnHour();
        return Check.that(
                sent < most,
                "reply_limit",
                "S14",
                "They have had " + sent + " of at most " + most + " automatic texts in the last hour.",
                "They have had " + sent + " automatic texts in the last hour; more looks like two machines talking.");
    }

    private static Check repeated(TextToSend text, TextSituation situation) {
        String previous = situation.traffic().previousReply();
        return Check.that(
                previous == null
                        || !previous.strip().equalsIgnoreCase(text.body().strip()),
                "repeated_text",
                "S14",
                "It says something new.",
                "It would repeat the text before; two machines may be talking.");
    }

    /** How many texts of campaigns the recipient may have in 24 hours, where it is one: what a business texts one person alone is none. */
    static int mostADay(TextToSend text, GateRules rules) {
        if (text.kind() != TextKind.MARKETING && !text.toMany()) {
            return Verdict.Send.UNLIMITED;
        }
        return rules.quietHours().binding(text.to(), text.kind()).stream()
                .map(LocalHours::cap)
                .filter(Objects::nonNull)
                .reduce(rules.limits().campaignTextsADay(), Math::min);
    }

    private static Check campaigns(String code, TextToSend text, TextSituation situation) {
        int sent = situation.traffic().campaignsLastDay();
        int most = mostADay(text, situation.rules());
        return Check.that(
                sent < most,
                code,
                "C17",
                "They have had " + sent + " of at most " + most + " campaign texts in 24 hours.",
                "They have had " + (sent == 1 ? "a campaign text" : sent + " campaign texts")
                        + " in 24 hours; the most is " + most + ".");
    }
}

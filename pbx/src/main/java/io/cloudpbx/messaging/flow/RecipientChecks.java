package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.Recipient.Kind;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the recipient is somebody whom we text at all (T4, T5, S15). */
final class RecipientChecks {
    private RecipientChecks() {}

    static Stream<Check> of(TextToSend text, TextSituation situation) {
        Recipient to = text.to();
        return Stream.of(
                not(Kind.NONE, to, "not_a_number", "21211", "is not a phone number"),
                not(Kind.SHORT_CODE, to, "short_code", "S15", "is a short code; machines read those"),
                not(Kind.PREMIUM, to, "premium_number", "T4", "is a premium number"),
                tollFree(text),
                Check.that(
                        !situation.recipientIsOurs(),
                        "own_number",
                        "S15",
                        "The recipient is not a number of ours.",
                        "The recipient is a number of our own."),
                country(to, situation.rules()),
                unreachable(text.kind(), situation.standing().unreachable()));
    }

    private static Check not(Kind kind, Recipient to, String code, String rule, String what) {
        return Check.that(
                to.kind() != kind,
                code,
                rule,
                "The recipient's number is not of that kind.",
                to.address() + " " + what + ".");
    }

    private static Check tollFree(TextToSend text) {
        return Check.that(
                text.to().kind() != Kind.TOLL_FREE || text.kind() == TextKind.PERSONAL,
                "toll_free_recipient",
                "C19",
                "A text of this kind may go to a number like this.",
                "The recipient's number is toll-free: a business, in no known place. Only a person may text it.");
    }

    private static Check country(Recipient to, GateRules rules) {
        String name = Locale.of("", to.country()).getDisplayCountry(Locale.US);
        return Check.that(
                rules.countries().contains(to.country()),
                "country_not_allowed",
                "T4",
                "Texts to " + name + " are allowed.",
                to.country().equals("ZZ")
                        ? "The number belongs to no country that is known."
                        : "Texts to " + name + " are not allowed; an owner can allow them.");
    }

    /** A number may have been ported since, so a person may try again. */
    private static Check unreachable(TextKind kind, @Nullable String reason) {
        if (reason == null) {
            return Check.passed("unreachable", "A23", "Nothing is known against texts arriving there.");
        }
        return Check.that(
                kind == TextKind.PERSONAL,
                "unreachable",
                "A23",
                "Texts there have failed before: " + reason,
                "Texts cannot arrive there: " + reason);
    }
}

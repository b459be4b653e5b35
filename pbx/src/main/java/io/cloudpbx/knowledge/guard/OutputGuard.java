package io.cloudpbx.knowledge.guard;

import io.cloudpbx.knowledge.words.Masked;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Looks at a text before it is sent. Rather too strict than too lax: who is refused here is answered by a person. Languages
 * that it cannot read it does not let through.
 */
public final class OutputGuard {
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[a-zA-Z/!?]|&#?\\w{2,8};|\\[[^]]*]\\(|\\{\\{|\\$\\{|<\\|");

    /** Three times what could be sent: who writes more has not understood. */
    private static final int LONGEST_READ = 1000;

    private record Check(Objection objection, BiPredicate<String, Ground> fails) {}

    private static final List<Check> CHECKS = List.of(
            new Check(Objection.EMPTY, (text, ground) -> text.isBlank()),
            new Check(Objection.TOO_LONG, (text, ground) -> text.length() > LONGEST_READ),
            new Check(Objection.MARKUP, (text, ground) -> MARKUP.matcher(text).find()),
            new Check(Objection.PRIVATE_NUMBER, (text, ground) -> Masked.holdsNumbers(text)),
            new Check(Objection.LEAK, Leaks::in),
            new Check(Objection.LINK, Links::strange),
            new Check(Objection.UNREADABLE, Readable::isNot),
            new Check(Objection.HUMAN, (text, ground) -> HumanClaims.in(text)),
            new Check(Objection.PROMISE, (text, ground) -> Promises.in(text)),
            new Check(Objection.NUMBER, Numbers::strange),
            new Check(Objection.OFFER, Offers::unfounded));

    private OutputGuard() {}

    /** The first thing that is wrong with a text, if anything is. */
    public static Optional<Objection> objection(String text, Ground ground) {
        return CHECKS.stream()
                .filter(check -> check.fails().test(text, ground))
                .map(Check::objection)
                .findFirst();
    }
}

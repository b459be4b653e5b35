package io.cloudpbx.receptionist;

import io.cloudpbx.knowledge.words.Masked;
import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a briefing may be: how to behave, and nothing that is known, which a caller is told only from the knowledge. */
final class BriefingChecks {
    static final int LONGEST = 1_500;
    private static final String FIELD = "text";
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ().-]{0,2}\\d){6,}");

    private BriefingChecks() {}

    /**
     * The text as it is kept.
     *
     * @throws Problem {@code invalid_fields} for one that is too long, or holds private numbers, telephone numbers or addresses
     */
    static String checked(String text) {
        String plain = Plain.visible(text.replace("\r\n", "\n")).strip();
        complaint(plain).ifPresent(wrong -> {
            throw Problem.invalid(FIELD, wrong.code(), wrong.message());
        });
        return plain;
    }

    static Optional<FieldProblem> complaint(String text) {
        if (text.length() > LONGEST) {
            return wrong("too_long", "must have at most " + LONGEST + " characters");
        }
        if (Masked.holdsNumbers(text)) {
            return wrong("private_number", "must not hold numbers of cards or social security");
        }
        return ADDRESS.matcher(text).find() || NUMBER.matcher(text).find()
                ? wrong(
                        "belongs_to_knowledge",
                        "must not hold telephone numbers or addresses: write them under Knowledge, where answers come from")
                : Optional.empty();
    }

    private static Optional<FieldProblem> wrong(String code, String message) {
        return Optional.of(new FieldProblem(FIELD, code, message));
    }
}

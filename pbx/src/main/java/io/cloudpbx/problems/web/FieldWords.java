package io.cloudpbx.problems.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is wrong with a field, as it stands beside it. A constraint's usual words are written for programmers, in the language of
 * whoever asks; those that one of ours brings along are taken as they are.
 */
final class FieldWords {
    private FieldWords() {}

    static String of(ConstraintViolation<?> violation) {
        boolean isOurs = !violation.getMessageTemplate().startsWith("{");
        return isOurs
                ? violation.getMessageTemplate()
                : switch (violation.getConstraintDescriptor().getAnnotation()) {
                    case NotNull missing -> "is missing";
                    case NotBlank blank -> "must not be empty";
                    case NotEmpty empty -> "must not be empty";
                    case Email address -> "must be an e-mail address, such as name@example.com";
                    case Min least -> "must be at least %,d".formatted(least.value());
                    case Max most -> "must be at most %,d".formatted(most.value());
                    case Size size -> size(size, violation.getInvalidValue());
                    case Pattern pattern -> pattern(pattern.regexp());
                    default -> violation.getMessage();
                };
    }

    /** What is no choice of a few words has words of its own, or can be told only so. */
    private static String pattern(String expression) {
        if (!expression.matches("[a-z_]+(\\|[a-z_]+)+")) {
            return "is not written as it has to be";
        }
        int last = expression.lastIndexOf('|');
        return "must be " + expression.substring(0, last).replace("|", ", ") + " or " + expression.substring(last + 1);
    }

    private static String size(Size size, Object value) {
        if (size.min() == 1 && value.equals("")) {
            return "must not be empty";
        }
        String what = value instanceof CharSequence ? "character" : "entry";
        return "must have " + amount(size, what);
    }

    private static String amount(Size size, String what) {
        if (size.min() == size.max()) {
            return "exactly " + many(size.max(), what);
        }
        if (size.max() == Integer.MAX_VALUE) {
            return "at least " + many(size.min(), what);
        }
        return size.min() == 0
                ? "at most " + many(size.max(), what)
                : "%,d to %s".formatted(size.min(), many(size.max(), what));
    }

    private static String many(int count, String what) {
        String plural = what.endsWith("y") ? what.replaceAll("y$", "ies") : what + "s";
        return "%,d %s".formatted(count, count == 1 ? what : plural);
    }
}

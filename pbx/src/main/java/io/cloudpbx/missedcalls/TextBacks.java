package io.cloudpbx.missedcalls;

import io.cloudpbx.missedcalls.flow.TextBackLimits;
import io.cloudpbx.missedcalls.flow.When;
import io.cloudpbx.missedcalls.store.TextBackRows;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.templates.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was chosen for each number; nothing was for those that are not listed. */
@Service
public class TextBacks {
    private final TextBackRows rows;
    private final Numbers numbers;

    TextBacks(TextBackRows rows, Numbers numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    public List<TextBack> all() {
        return rows.all();
    }

    public TextBack of(UUID numberId) {
        return rows.find(numberId).orElseGet(() -> TextBack.off(numberId));
    }

    /** Empty for a number that is not ours any more. */
    Optional<TextBack> of(PhoneNumber number) {
        return numbers.holding(number).map(ours -> of(ours.id()));
    }

    /** Whether nobody has asked this before, of this caller and day. Joins the caller's transaction. */
    boolean isFirstOfDay(PhoneNumber caller, LocalDate day, Instant now) {
        return rows.isFirstOfDay(caller, day, now);
    }

    /** Whether the last hour leaves one more. Joins the caller's transaction. */
    boolean haveRoom(Instant now) {
        return TextBackLimits.leaveRoom(rows.lockTextedSince(now.minus(Duration.ofHours(1))));
    }

    /** @throws Problem {@code number_not_found}, or {@code invalid_fields} for words that cannot be said to everybody */
    @Transactional
    public void choose(TextBack wanted) {
        if (numbers.find(wanted.numberId()).isEmpty()) {
            throw Problem.notFound("number_not_found", "There is no such number.");
        }
        check(wanted);
        rows.keep(wanted);
    }

    private static void check(TextBack wanted) {
        Template words = wanted.words();
        if (wanted.when() != When.OFF && words.text().isBlank()) {
            throw Problem.invalid("text", "text_needed", "says what callers are texted, so it cannot be empty");
        }
        if (!words.isWellFormed()) {
            throw Problem.invalid(
                    "text", "invalid_field", "has double braces that are no field; write {{firstName|there}}");
        }
        if (!TextBack.FIELDS.containsAll(words.fields())) {
            throw Problem.invalid("text", "unknown_field", "may name firstName, name, business and number only");
        }
        Set<String> required = words.required();
        if (TextBack.OF_KNOWN_CALLERS.stream().anyMatch(required::contains)) {
            throw Problem.invalid(
                    "text",
                    "fallback_needed",
                    "needs something to say to callers who are not known: {{firstName|there}}");
        }
    }
}

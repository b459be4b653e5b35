package io.cloudpbx.numbers;

import io.cloudpbx.numbers.NumberUses.Use;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that were kept when their extension went: they can be given back later, by who names them. */
@Service
public class KeptNumbers {
    private final Numbers numbers;
    private final NumberUses uses;

    KeptNumbers(Numbers numbers, NumberUses uses) {
        this.numbers = numbers;
        this.uses = uses;
    }

    /**
     * Gives a kept number back to the carrier, perhaps for good. Asked again while that is under way or done, it changes nothing.
     *
     * @param typed the number as a person typed it, so that the wrong one is not lost by a slip
     * @throws Problem {@code number_not_found}, {@code main_number}, {@code number_in_use}, or an invalid {@code number} when
     *     another one was typed
     */
    @Transactional
    public void release(UUID id, String typed) {
        var number =
                numbers.find(id).orElseThrow(() -> Problem.notFound("number_not_found", "There is no such number."));
        if (number.purpose() == Purpose.MAIN) {
            throw Problem.conflict(
                    "main_number",
                    "This is the main number, which TWILIO_TOLL_FREE_NUMBER names. It stays while it does.");
        }
        uses.of(id).ifPresent(use -> {
            throw inUse(use);
        });
        PhoneNumber named = number.number();
        if (named == null || !PhoneNumber.written(typed).equals(Optional.of(named))) {
            throw Problem.invalid("number", "another_number", "is not the number that would be given back");
        }
        numbers.release(id);
    }

    private static Problem inUse(Use use) {
        return Problem.conflict(
                "number_in_use",
                "This number rings extension " + use.ext() + ". Deactivate the extension to give it back.");
    }
}

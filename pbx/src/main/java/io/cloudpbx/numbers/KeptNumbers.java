package io.cloudpbx.numbers;

import io.cloudpbx.numbers.NumberUses.Use;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that no extension has: they are named here, and given back by who types them. */
@Service
public class KeptNumbers {
    private final NumberRows rows;
    private final Numbers numbers;
    private final NumberUses uses;

    KeptNumbers(NumberRows rows, Numbers numbers, NumberUses uses) {
        this.rows = rows;
        this.numbers = numbers;
        this.uses = uses;
    }

    /**
     * Calls it something else, here and at the carrier.
     *
     * @throws Problem {@code number_not_found}, {@code number_in_use}, or {@code number_not_bought} while there is none to name
     */
    @Transactional
    public void rename(UUID id, String name) {
        requireUnused(id);
        if (!rows.rename(id, name)) {
            throw Problem.conflict("number_not_bought", "There is no number yet that could be named.");
        }
        numbers.check(id);
    }

    /**
     * Gives a wish up of which no number came, or none yet. A purchase under way is finished first and then undone.
     *
     * @throws Problem {@code number_not_found}, {@code number_in_use}, or {@code number_bought} when it has to be given back
     */
    @Transactional
    public void giveUp(UUID id) {
        var number = requireUnused(id);
        if (number.purpose() == Purpose.MAIN || number.carrierId() != null) {
            throw Problem.conflict("number_bought", "This number is bought. Release it to give it back.");
        }
        numbers.release(id);
    }

    private OwnNumber requireUnused(UUID id) {
        var number = require(id);
        uses.of(id).ifPresent(use -> {
            throw inUse(use);
        });
        return number;
    }

    private OwnNumber require(UUID id) {
        return numbers.find(id).orElseThrow(() -> Problem.notFound("number_not_found", "There is no such number."));
    }

    /**
     * Gives a number that no extension has back to the carrier, perhaps for good. Asked again while that is under way or done, it changes nothing.
     *
     * @param typed the number as a person typed it, so that the wrong one is not lost by a slip
     * @throws Problem {@code number_not_found}, {@code main_number}, {@code number_in_use}, or an invalid {@code number} when
     *     another one was typed
     */
    @Transactional
    public void release(UUID id, String typed) {
        var number = require(id);
        if (number.purpose() == Purpose.MAIN) {
            throw Problem.conflict(
                    "main_number",
                    "This is the main number, which TWILIO_TOLL_FREE_NUMBER names. It stays while it does.");
        }
        requireUnused(id);
        PhoneNumber named = number.number();
        if (named == null || !PhoneNumber.written(typed).equals(Optional.of(named))) {
            throw Problem.invalid("number", "another_number", "is not the number that would be given back");
        }
        numbers.release(id);
    }

    private static Problem inUse(Use use) {
        return Problem.conflict(
                "number_in_use",
                "This number rings extension " + use.ext()
                        + ", whose name it has. Deactivate the extension to give it back.");
    }
}

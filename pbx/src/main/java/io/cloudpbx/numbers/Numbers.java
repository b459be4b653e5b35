package io.cloudpbx.numbers;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.numbers.OwnNumber.Listening;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.numbers.store.NumberRows.Wish;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Wishes for numbers, and what became of them. The work is done by {@link NumberProvisioning}. */
@Service
public class Numbers {
    private final NumberRows rows;
    private final NumberStates states;
    private final Jobs jobs;

    Numbers(NumberRows rows, NumberStates states, Jobs jobs) {
        this.rows = rows;
        this.states = states;
        this.jobs = jobs;
    }

    /** Wishes for a local number, shown under this label; it is found, bought and set up from here on by itself. Joins the caller's transaction. */
    @Transactional
    public UUID wish(@Nullable String areaCode, String label) {
        return wish(Purpose.EXTENSION, areaCode, label);
    }

    /** The same for the company, whose callers go where the call flow says. */
    @Transactional
    public UUID wishForCompany(@Nullable String areaCode, String name) {
        UUID id = wish(Purpose.COMPANY, areaCode, name);
        states.announce(id);
        return id;
    }

    private UUID wish(Purpose purpose, @Nullable String areaCode, String label) {
        UUID id = UUID.randomUUID();
        rows.insert(id, purpose, areaCode, null, new Wish(label, NumberState.SEARCHING));
        jobs.soon(NumberProvisioning.KIND, id.toString());
        return id;
    }

    /** Tries a failed wish again, perhaps elsewhere. One that is under way or done is left alone. */
    @Transactional
    public void tryAgain(UUID id, @Nullable String areaCode) {
        if (rows.searchAgain(id, areaCode)) {
            states.announce(id);
            jobs.soon(NumberProvisioning.KIND, id.toString());
        }
    }

    /** Gives the number back; a purchase under way is finished first and then undone, so that none is forgotten. */
    @Transactional
    public void release(UUID id) {
        if (rows.unwanted(id)) {
            states.announce(id);
            jobs.soon(NumberProvisioning.KIND, id.toString());
        }
    }

    /**
     * Looks again whether the carrier has a number of ours and sends its calls and texts to us, and sets that right. Done at every start
     * anyway; this is for whoever has just changed something at the carrier.
     *
     * @throws Problem {@code number_not_found}; {@code number_not_bought} when there is none to look at
     */
    @Transactional
    public void check(UUID id) {
        var number = rows.find(id)
                .filter(found -> found.state() != NumberState.RELEASED)
                .orElseThrow(() -> Problem.notFound("number_not_found", "There is no such number."));
        if (number.number() == null) {
            throw Problem.conflict("number_not_bought", "There is no number yet that could be looked at.");
        }
        rows.checkAgain(id);
        states.announce(id);
        jobs.soon(NumberProvisioning.KIND, id.toString());
    }

    /** Has the carrier asked now whether networks take our numbers' texts. */
    public void askRegistrations() {
        jobs.soon(AskRegistrations.KIND, AskRegistrations.ALL);
    }

    /**
     * Chooses how the receptionist listens to who calls this number, from the next time on that it does.
     *
     * @throws Problem {@code number_not_found}
     */
    @Transactional
    public void listen(UUID id, Listening how) {
        if (!rows.listen(id, how)) {
            throw Problem.notFound("number_not_found", "There is no such number.");
        }
        states.announce(id);
    }

    /**
     * Chooses how many segments of campaigns this number sends a day.
     *
     * @throws Problem {@code number_not_found}
     */
    @Transactional
    public void dailyCap(UUID id, DailyCap cap) {
        if (!rows.dailyCap(id, cap)) {
            throw Problem.notFound("number_not_found", "There is no such number.");
        }
        states.announce(id);
    }

    /** All that are ours, or on their way to us or back. */
    public List<OwnNumber> held() {
        return rows.held();
    }

    public Optional<OwnNumber> find(UUID id) {
        return rows.find(id);
    }

    public List<OwnNumber> findAll(List<UUID> ids) {
        return rows.findAll(ids);
    }

    /** The row that holds this number now. */
    public Optional<OwnNumber> holding(PhoneNumber number) {
        return rows.holding(number);
    }

    /** Which of several numbers we hold, and how. */
    public Map<PhoneNumber, OwnNumber> holding(Collection<PhoneNumber> several) {
        return rows.holding(several);
    }

    /** Those of several numbers that are ours. */
    public Set<PhoneNumber> among(Collection<PhoneNumber> several) {
        return rows.among(several);
    }

    /** The company's main number; empty before one is named. */
    public Optional<OwnNumber> main() {
        return rows.main();
    }
}

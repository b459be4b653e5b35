package io.cloudpbx.forgetting;

import io.cloudpbx.forgetting.Wanted.Kind;
import io.cloudpbx.forgetting.store.ForgettingRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asked by whoever deletes something here, in the same transaction. */
@Service
public class Forgetting {
    private final ForgettingRows rows;
    private final Jobs jobs;
    private final Clock clock;

    Forgetting(ForgettingRows rows, Jobs jobs, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Its words and what is attached to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void text(CarrierId text, boolean hasMedia, UUID person) {
        want(new Wanted(text, Kind.TEXT, hasMedia, person, clock.instant()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recording(CarrierId recording, UUID person) {
        want(new Wanted(recording, Kind.RECORDING, false, person, clock.instant()));
    }

    /** That there was one, with the numbers of both sides; one that lasts is refused until it is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void call(CarrierId call, UUID person) {
        want(new Wanted(call, Kind.CALL, false, person, clock.instant()));
    }

    /** Said to whoever asks what became of the deletion. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keeps(UUID person, Kept what) {
        rows.keep(person, what);
    }

    public List<Kept> kept(UUID person) {
        return rows.kept(person);
    }

    private void want(Wanted wanted) {
        rows.insert(wanted);
        jobs.soon(ForgetAtCarrier.KIND, wanted.id().value());
    }

    /** Whether it was deleted here, so that what the carrier still lists of it is not taken in again. */
    public boolean isForgotten(CarrierId id) {
        return rows.knows(id);
    }

    public AtCarrier atCarrier(UUID person) {
        return rows.count(person);
    }
}

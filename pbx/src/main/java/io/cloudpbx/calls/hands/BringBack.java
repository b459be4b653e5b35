package io.cloudpbx.calls.hands;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.Leading;
import io.cloudpbx.calls.SituationLoader;
import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.Handling;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CarrierId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Leads a caller to where they are to be: back to whoever had them and is not on the line any more, or to whoever wants to talk with them
 * again. The key is the call's. Asked for twice at the same point of a call, it leads to the same address.
 */
@Component
class BringBack implements Job {
    static final String KIND = "calls.bring-back";

    private final CallRows calls;
    private final Handlings handlings;
    private final SituationLoader situations;
    private final Settings settings;
    private final CallUrls urls;
    private final Leading leading;
    private final TransactionOperations transactions;

    BringBack(
            CallRows calls,
            Handlings handlings,
            SituationLoader situations,
            Settings settings,
            CallUrls urls,
            Leading leading,
            TransactionOperations transactions) {
        this.calls = calls;
        this.handlings = handlings;
        this.situations = situations;
        this.settings = settings;
        this.urls = urls;
        this.leading = leading;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Way(CarrierId caller, String url) {}

    @Override
    public Outcome run(String key, int attempt) {
        // With the call's row held, so that a step which did not know that the phone was gone is over, or will know.
        Optional<Way> way = transactions.execute(status -> way(UUID.fromString(key)));
        return way == null || way.isEmpty()
                ? new Outcome.Done()
                : leading.lead(way.get().caller(), way.get().url(), attempt);
    }

    private Optional<Way> way(UUID id) {
        return calls.lock(id)
                .filter(Call::isLive)
                .flatMap(call -> handlings
                        .of(id)
                        .flatMap(handling -> url(call, handling))
                        .map(url -> new Way(call.carrierId(), url)));
    }

    /** None while the caller is where they are to be, or still to come to where they will be asked about. */
    private Optional<String> url(Call call, Handling handling) {
        int taken = situations.load(call, settings.current()).routing().taken();
        boolean waits = call.place() == Call.Place.HELD;
        boolean talks = call.place() == Call.Place.TALKING;
        return switch (handling.stage()) {
            case HELD, ASIDE ->
                waits && handling.alone()
                        ? Optional.of(urls.transferred(
                                Transferred.back(handling.holder().ext(), Because.LEFT_ON_HOLD), taken))
                        : Optional.empty();
            case PARKED -> Optional.empty();
            case TOGETHER, ALL -> {
                if (waits) {
                    yield Optional.of(urls.hands(Moment.ENTERED, taken));
                }
                yield talks && handling.alone() ? Optional.of(urls.hands(Moment.LEFT, taken)) : Optional.empty();
            }
        };
    }
}

package io.cloudpbx.numbers;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every change of state, each in a short transaction of its own with its news, and only from the state it starts in: a worker
 * that wakes late changes nothing.
 */
@Component
class NumberStates {
    private final NumberRows rows;
    private final ApplicationEventPublisher events;

    NumberStates(NumberRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /**
     * Holds a candidate, so that nobody else of ours buys it; false when this wish is past that state.
     *
     * @throws DuplicateKeyException when another wish holds it already
     */
    @Transactional
    public boolean hold(UUID id, PhoneNumber candidate) {
        return announced(id, rows.hold(id, candidate));
    }

    /** Lets go of a candidate that was gone when we came to buy it. */
    @Transactional
    public void letGo(UUID id, PhoneNumber gone) {
        announced(id, rows.letGo(id, gone));
    }

    @Transactional
    public void bought(UUID id, CarrierId carrierId) {
        announced(id, rows.bought(id, carrierId));
    }

    /** @param there how the carrier lists it; under another id than before, if it was given back and bought again there */
    @Transactional
    public void ready(UUID id, CarrierNumber there) {
        rows.listed(id, there);
        announced(id, rows.move(id, NumberState.CHECKING, NumberState.READY));
    }

    @Transactional
    public boolean failed(UUID id, String code, String reason) {
        return announced(id, rows.failed(id, code, reason));
    }

    @Transactional
    public void released(UUID id) {
        announced(id, rows.move(id, NumberState.RELEASING, NumberState.RELEASED));
    }

    /** Tells of it only where it is something new. */
    @Transactional
    public void registered(OwnNumber number, ListedRegistration now) {
        rows.registered(number.id(), now);
        ListedRegistration before = number.registration();
        boolean isNews = before == null
                || before.status() != now.status()
                || !before.detail().equals(now.detail());
        announced(number.id(), isNews);
    }

    /** Tells of it only where it is something new. */
    @Transactional
    public void addressed(OwnNumber number, EmergencyAddress now) {
        rows.emergencyAddress(number.id(), now);
        announced(number.id(), number.emergencyAddress() != now);
    }

    void announce(UUID id) {
        events.publishEvent(new NumberChanged(id));
    }

    private boolean announced(UUID id, boolean moved) {
        if (moved) {
            announce(id);
        }
        return moved;
    }
}

package io.cloudpbx.calls.hands;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallProblems;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.CallsInHand;
import io.cloudpbx.calls.SituationLoader;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CarrierId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Callers who are parked, and whoever wants to have them. */
@Service
public class Parking {
    private final CallsInHand calls;
    private final HandlingRows rows;
    private final Extensions extensions;
    private final SituationLoader situations;
    private final Settings settings;
    private final CallUrls urls;
    private final Carrier carrier;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    Parking(
            CallsInHand calls,
            HandlingRows rows,
            Extensions extensions,
            SituationLoader situations,
            Settings settings,
            CallUrls urls,
            Carrier carrier,
            AuditLog audit,
            TransactionOperations transactions) {
        this.calls = calls;
        this.rows = rows;
        this.extensions = extensions;
        this.situations = situations;
        this.settings = settings;
        this.urls = urls;
        this.carrier = carrier;
        this.audit = audit;
        this.transactions = transactions;
    }

    private record Lead(CarrierId caller, String url) {}

    /**
     * Rings the phone of whoever wants the caller. Where it is not answered, the caller goes back to whoever parked them. Until the carrier
     * has asked about it the caller stays parked, so that this may be wanted again.
     *
     * @throws Problem {@code call_not_found}, {@code not_parked}, {@code no_extension}, {@code no_phone}, {@code phone_not_callable} or
     *     {@code carrier_unavailable}
     */
    public void pickUp(UUID id, SignedIn who, String address) {
        Lead lead = Objects.requireNonNull(transactions.execute(status -> lead(id, who)));
        try {
            carrier.redirect(lead.caller(), lead.url());
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                throw notParked();
            }
            throw CallProblems.carrierUnavailable();
        }
        audit.record(who, address, "call_picked_up", id.toString(), "");
    }

    private Lead lead(UUID id, SignedIn who) {
        Call call = calls.lockLed(id).orElseThrow(Parking::notParked);
        var row = rows.of(id)
                .filter(found -> found.stage() == Stage.PARKED)
                .filter(found -> call.isLive() && call.place() == Call.Place.HELD)
                .orElseThrow(Parking::notParked);
        Extension own = own(who);
        String parker = extensions.find(row.extensionId()).map(Extension::ext).orElse(own.ext());
        int taken = situations.load(call, settings.current()).routing().taken();
        return new Lead(
                call.carrierId(), urls.transferred(Transferred.to(own.ext(), parker, Because.PICKED_UP), taken));
    }

    private static Problem notParked() {
        return Problem.conflict("not_parked", "This caller is not parked any more.");
    }

    /** The phone of somebody is that of the extension with their e-mail address. */
    private Extension own(SignedIn who) {
        Extension own = extensions.active().stream()
                .filter(extension -> !extension.email().isBlank())
                .filter(extension -> extension.email().equalsIgnoreCase(who.email()))
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "no_extension", "No extension has your e-mail address, so nobody knows which phone to ring."));
        if (own.forwardTo() == null) {
            throw Problem.conflict("no_phone", "Your extension has no phone that could ring.");
        }
        settings.current().destinations().against(own.forwardTo()).ifPresent(bar -> {
            throw Problem.conflict("phone_not_callable", "Your extension has a phone that " + bar.words() + ".");
        });
        return own;
    }
}

package io.cloudpbx.calls;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.hands.Handlings;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.SentOutsideRows;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people do with a call while it lasts. The carrier is asked outside of any transaction, once; what comes of it, it asks us about,
 * as of anything else that happens in a call.
 */
@Service
public class Steering {
    private static final Pattern EXT = Pattern.compile("\\d{3}");
    /** Other words with digits among them are no number that somebody means. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+(]?\\d[\\d\\s().-]*");

    private static final Set<Call.Place> WITH_US =
            EnumSet.of(Call.Place.TALKING, Call.Place.HELD, Call.Place.RINGING, Call.Place.WAITING);

    /** Nobody has the caller yet. */
    private static final Set<Call.Place> NOBODYS = EnumSet.of(Call.Place.RINGING, Call.Place.WAITING);

    private final CallRows calls;
    private final CallsInHand inHand;
    private final SituationLoader situations;
    private final Settings settings;
    private final Extensions extensions;
    private final Numbers numbers;
    private final SentOutsideRows sent;
    private final CallUrls urls;
    private final Handlings handlings;
    private final Carrier carrier;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    Steering(
            CallRows calls,
            CallsInHand inHand,
            SituationLoader situations,
            Settings settings,
            Extensions extensions,
            Numbers numbers,
            SentOutsideRows sent,
            CallUrls urls,
            Handlings handlings,
            Carrier carrier,
            AuditLog audit,
            TransactionOperations transactions) {
        this.calls = calls;
        this.inHand = inHand;
        this.situations = situations;
        this.settings = settings;
        this.extensions = extensions;
        this.numbers = numbers;
        this.sent = sent;
        this.urls = urls;
        this.handlings = handlings;
        this.carrier = carrier;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Sends the caller on, away from whom they talk with or who is being rung. Where an extension does not take them, they come back to
     * the one that had them.
     *
     * @param to an extension, the key of a place in the plan, such as {@code operator} or {@code mailbox-101}, or a phone number outside
     * @throws Problem {@code call_not_found}, {@code call_not_with_us}, {@code invalid_fields} for {@code to}, or what
     *     {@link #hangUp} throws
     */
    public void transfer(UUID id, String to, SignedIn who, String address) {
        Lead lead = Objects.requireNonNull(transactions.execute(status -> lead(id, to)));
        asking(() -> carrier.redirect(lead.caller(), lead.url()));
        audit.record(who, address, "call_transferred", id.toString(), "to " + lead.words());
    }

    /** @param words where that is, for the audit log */
    private record Lead(CarrierId caller, String url, String words) {}

    private Lead lead(UUID id, String to) {
        Call call = inHand.lock(id);
        if (!WITH_US.contains(call.place())) {
            throw Problem.conflict(
                    "call_not_with_us", "Only a call can be transferred that somebody has, that waits, or that rings.");
        }
        var situation = situations.load(call, settings.current());
        String by = NOBODYS.contains(call.place()) ? null : ext(call);
        int taken = situation.routing().taken();
        if (isNamed(to, situation)) {
            var transferred = new Transferred(place(to, by, situation), by);
            return new Lead(call.carrierId(), urls.transferred(transferred, taken), to);
        }
        PhoneNumber number = number(to, situation);
        sent.add(call.id(), number);
        var transferred = new Transferred(Node.Outside.keyOf(number, by), by);
        return new Lead(call.carrierId(), urls.transferred(transferred, taken), endOf(number));
    }

    /** The audit log only grows, and the number may be that of somebody who is to be forgotten some day (C39). */
    private static String endOf(PhoneNumber number) {
        return "…" + number.e164().substring(number.e164().length() - 4);
    }

    /** Whether it is an extension, or would be one, or a place that somebody drew. */
    private static boolean isNamed(String to, CallSituation situation) {
        return EXT.matcher(to).matches()
                || to.equals(Place.OPERATOR)
                || !Node.Outside.isKey(to) && situation.routing().plan().at(to).isPresent();
    }

    /** Asked again when it is called (T4). */
    private PhoneNumber number(String to, CallSituation situation) {
        PhoneNumber number = Optional.of(to)
                .filter(text -> WRITTEN_NUMBER.matcher(text).matches())
                .flatMap(PhoneNumber::written)
                .orElseThrow(() -> Problem.invalid(
                        "to",
                        "unknown_place",
                        "must be an extension, operator, a place in the call flow, or a phone number"));
        if (numbers.holding(number).isPresent()) {
            throw Problem.invalid(
                    "to", "own_number", "is one of the company's own numbers; choose the extension that it rings");
        }
        situation.routing().destinations().against(number).ifPresent(bar -> {
            throw Problem.invalid("to", bar.code(), bar.words());
        });
        return number;
    }

    private Call live(UUID id) {
        Call call = calls.find(id).orElseThrow(CallProblems::notFound);
        if (!call.isLive()) {
            throw CallProblems.over();
        }
        return call;
    }

    private @Nullable String ext(Call call) {
        return Optional.ofNullable(call.extensionId())
                .flatMap(extensions::find)
                .map(Extension::ext)
                .orElse(null);
    }

    private static String place(String to, @Nullable String by, CallSituation situation) {
        if (!EXT.matcher(to).matches()) {
            return to;
        }
        if (!situation.directory().containsKey(to)) {
            throw Problem.invalid("to", "unknown_extension", "must be an extension that is there");
        }
        if (to.equals(by)) {
            throw Problem.invalid("to", "same_extension", "must be somebody else than has the caller now");
        }
        return by == null ? Node.Extension.keyOf(to) : Node.Extension.keyOf(to, by);
    }

    /** Ends a call. @throws Problem {@code call_not_found}, {@code call_over} or {@code carrier_unavailable} */
    public void hangUp(UUID id, SignedIn who, String address) {
        Call call = live(id);
        asking(() -> carrier.hangUp(call.carrierId()));
        handlings.everybodyOut(id);
        audit.record(who, address, "call_hung_up", id.toString(), "");
    }

    private static void asking(Runnable request) {
        try {
            request.run();
        } catch (CarrierFailure failure) {
            throw CallProblems.of(failure);
        }
    }
}

package io.cloudpbx.calls;

import io.cloudpbx.calls.hands.Handlings;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.Wish;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The phones that are rung for a call: what they are asked before they are joined, and what became of them. */
@Service
public class Legs {
    private final LegRows legs;
    private final CallRows callRows;
    private final TurnRows turns;
    private final StepRows steps;
    private final Calls calls;
    private final Handlings handlings;
    private final NextInLine nextInLine;
    private final Tapes tapes;
    private final Extensions extensions;
    private final SituationLoader situations;
    private final Settings settings;
    private final CallUrls urls;
    private final Clock clock;

    Legs(
            LegRows legs,
            CallRows callRows,
            TurnRows turns,
            StepRows steps,
            Calls calls,
            Handlings handlings,
            NextInLine nextInLine,
            Tapes tapes,
            Extensions extensions,
            SituationLoader situations,
            Settings settings,
            CallUrls urls,
            Clock clock) {
        this.legs = legs;
        this.callRows = callRows;
        this.turns = turns;
        this.steps = steps;
        this.calls = calls;
        this.handlings = handlings;
        this.nextInLine = nextInLine;
        this.tapes = tapes;
        this.extensions = extensions;
        this.situations = situations;
        this.settings = settings;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * Asks whoever picked up to press 1.
     *
     * @param place of the group for which they are rung; null when it is for themselves
     */
    @Transactional
    public String screen(CarrierId leg, CarrierId parent, String ext, @Nullable String place) {
        reported(leg, parent, ext, CallStatus.IN_PROGRESS);
        String caller = callRows.byCarrierId(parent)
                .map(Call::from)
                .map(PhoneNumber::spoken)
                .orElse("an unknown caller");
        String callee = callRows.byCarrierId(parent)
                .flatMap(call -> group(call, place))
                .or(() -> extensions.byExt(ext).map(Extension::name))
                .orElse("extension " + ext);
        String wish = callRows.byCarrierId(parent)
                .map(call -> turns.wordsIn(call.id()))
                .map(Wish::of)
                .orElse("");
        String history = callRows.byCarrierId(parent)
                .map(call -> (history(call, ext) + notice(call)).strip())
                .orElse("");
        return new ScreeningScript(urls).ask(ext, callee, caller, history, wish).toXml();
    }

    /** On their own line, before they are on the recording (C32). */
    private String notice(Call call) {
        return tapes.isRecorded(call.id()) ? " This call is recorded." : "";
    }

    private Optional<String> group(Call call, @Nullable String place) {
        return place == null
                ? Optional.empty()
                : situations.load(call, settings.current()).routing().group(place);
    }

    /** Why it rings here, when one of us transferred the call. */
    private String history(Call call, String ext) {
        return steps.lastBeginning(call.id(), CallUrls.TRANSFERRED)
                .map(path -> history(path, ext))
                .orElse("");
    }

    private String history(String path, String ext) {
        return switch (CallUrls.because(path)) {
            case SENT -> sentBy(path, ext);
            case LEFT_ON_HOLD, FORGOTTEN -> "The caller was on hold with you.";
            case PICKED_UP -> "The caller was parked.";
            case NOT_PICKED_UP -> "The caller was parked, and nobody picked them up.";
        };
    }

    private String sentBy(String path, String ext) {
        return Optional.ofNullable(CallUrls.sender(path))
                .map(by -> by.equals(ext)
                        ? "It comes back to you, as nobody took it."
                        : extensions.byExt(by).map(Extension::name).orElse("Extension " + by)
                                + " transferred it to you.")
                .orElse("");
    }

    /** Joins the two when 1 was pressed, else lets the phone go; as well one that was still ringing when the caller was sent elsewhere. */
    @Transactional
    public String screened(CarrierId leg, CarrierId parent, String ext, String digits) {
        var script = new ScreeningScript(urls);
        if (!digits.equals("1") || legs.isOfEarlierRing(leg, CallUrls.TRANSFERRED)) {
            return script.declined().toXml();
        }
        reported(leg, parent, ext, CallStatus.IN_PROGRESS);
        legs.accepted(leg, clock.instant());
        extensions.byExt(ext).ifPresent(callee -> calls.accepted(parent, leg, callee.id(), callee.name()));
        return script.accepted().toXml();
    }

    /** News of a leg; of a call we never heard of it is ignored. */
    @Transactional
    public void reported(CarrierId leg, CarrierId parent, String ext, CallStatus status) {
        var extensionId = extensions.byExt(ext).map(Extension::id);
        var call = Optional.ofNullable(calls.find(parent)).map(Call::id);
        call.ifPresent(id -> legs.reported(leg, id, extensionId, status, clock.instant()));
        if (status.isOver()) {
            handlings.hungUp(leg);
            call.ifPresent(nextInLine::freed);
        }
    }

    public boolean wasAccepted(CarrierId leg) {
        return legs.wasAccepted(leg);
    }
}

package io.cloudpbx.calls;

import io.cloudpbx.calls.CallView.InHands;
import io.cloudpbx.calls.CallView.Party;
import io.cloudpbx.calls.CallView.StepView;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.Voicemails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How calls stand that somebody here began and that are led from here since, for the capability that shows them. */
@Component
public class TakenOverViews {
    private final CallRows calls;
    private final StepRows steps;
    private final HandsShown hands;
    private final Extensions extensions;
    private final Voicemails voicemails;

    TakenOverViews(CallRows calls, StepRows steps, HandsShown hands, Extensions extensions, Voicemails voicemails) {
        this.calls = calls;
        this.steps = steps;
        this.hands = hands;
        this.extensions = extensions;
        this.voicemails = voicemails;
    }

    /**
     * How one stands.
     *
     * @param holder who has whoever was called, or is rung for them
     * @param steps since it is led from here
     * @param voicemails that were left in it
     */
    public record Now(
            boolean live,
            String where,
            String summary,
            @Nullable Party holder,
            @Nullable InHands inHands,
            List<StepView> steps,
            List<UUID> voicemails) {}

    public Optional<Now> of(UUID id) {
        return find(id).map(this::now);
    }

    /** As it is led, like one that came in, from whoever was called; empty for any that was not begun here and handed over. */
    public Optional<Call> find(UUID id) {
        return calls.find(id).filter(call -> !call.cameIn());
    }

    private Now now(Call call) {
        return new Now(
                call.isLive(),
                Call.text(call.place()),
                call.summary(),
                Optional.ofNullable(call.extensionId())
                        .flatMap(extensions::find)
                        .map(CallView::party)
                        .orElse(null),
                hands.of(call),
                steps.of(call.id()).stream().map(CallView::step).toList(),
                voicemails.leftIn(call.carrierId()).stream().map(Voicemail::id).toList());
    }
}

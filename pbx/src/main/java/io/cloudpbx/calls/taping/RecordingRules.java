package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.flow.Recording;
import io.cloudpbx.calls.flow.Recording.Between;
import io.cloudpbx.calls.flow.Recording.Direction;
import io.cloudpbx.calls.store.RecordingSettingsRow;
import io.cloudpbx.messaging.NumberStates;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads what {@link Recording} decides by, for calls that are live and for those that are only asked about. */
@Component
public class RecordingRules {
    private final RecordingSettingsRow settings;

    RecordingRules(RecordingSettingsRow settings) {
        this.settings = settings;
    }

    /** Whether people who talk in it are. Of whoever was deleted nothing begins, as nothing would say whose it is (C39). */
    boolean isRecorded(Call call) {
        if (call.cameIn()) {
            return !call.forgotten() && incoming(call.from()).recorded();
        }
        return call.from() != null && outgoing(call.from()).recorded();
    }

    /** @param caller null when they withhold their number */
    public Recording incoming(@Nullable PhoneNumber caller) {
        var chosen = settings.read();
        return Recording.of(Direction.INCOMING, chosen.incoming(), new Between(chosen.state(), states(caller)));
    }

    public Recording outgoing(PhoneNumber called) {
        var chosen = settings.read();
        return Recording.of(Direction.OUTGOING, chosen.outgoing(), new Between(chosen.state(), states(called)));
    }

    private static Set<String> states(@Nullable PhoneNumber number) {
        return number == null ? Set.of() : NumberStates.of(number);
    }
}

package io.cloudpbx.calls.taping;

import io.cloudpbx.carrier.CallRecording;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierMemory;
import io.cloudpbx.carrier.CarrierRecordings;
import io.cloudpbx.telephony.CarrierId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A carrier that lists what a test says, and remembers what it was asked for. */
final class AskedCarrier implements CarrierRecordings, CarrierMemory {
    final List<String> asked = new ArrayList<>();
    List<CallRecording> listed = List.of();

    @Nullable
    CarrierFailure failure;

    @Override
    public void stop(CarrierId call, CarrierId recording) {
        asked.add("stop " + recording);
    }

    @Override
    public List<CallRecording> of(CarrierId call) {
        return listed;
    }

    @Override
    public void deleteCall(CarrierId call) {
        throw new UnsupportedOperationException("Nobody who tapes calls asks for it.");
    }

    @Override
    public void deleteRecording(CarrierId recording) {
        if (failure != null) {
            throw failure;
        }
        asked.add("delete " + recording);
    }

    @Override
    public void redact(CarrierId text) {
        throw new IllegalStateException("No text is meant");
    }

    @Override
    public void deleteMedia(CarrierId text) {
        throw new IllegalStateException("No text is meant");
    }
}

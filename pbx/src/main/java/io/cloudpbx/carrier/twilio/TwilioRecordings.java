package io.cloudpbx.carrier.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.call.Recording;
import io.cloudpbx.carrier.CallRecording;
import io.cloudpbx.carrier.CallRecording.State;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierRecordings;
import io.cloudpbx.telephony.CarrierId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link CarrierRecordings} by twilio-java. */
@Component
final class TwilioRecordings implements CarrierRecordings {
    /** A call has few: its conversations with the receptionist are bounded. */
    private static final long MOST = 50L;

    private final TwilioRestClient client;

    TwilioRecordings(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public void stop(CarrierId call, CarrierId recording) {
        try {
            TwilioRefusal.asking(() -> Recording.updater(call.value(), recording.value(), Recording.Status.STOPPED)
                    .update(client));
        } catch (CarrierFailure failure) {
            // What is not in progress is refused (21220).
            if (failure.kind() != Kind.GONE && failure.kind() != Kind.REFUSED) {
                throw failure;
            }
        }
    }

    @Override
    public List<CallRecording> of(CarrierId call) {
        try {
            return TwilioRefusal.asking(
                    () -> Recording.reader(call.value()).setPageSize(MOST).firstPage(client).getRecords().stream()
                            .filter(recording -> recording.getSource() != Recording.Source.RECORD_VERB)
                            .map(TwilioRecordings::toRecording)
                            .sorted(Comparator.comparing(CallRecording::startedAt))
                            .toList());
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                return List.of();
            }
            throw failure;
        }
    }

    private static CallRecording toRecording(Recording recording) {
        return new CallRecording(
                new CarrierId(recording.getSid()), recording.getStartTime().toInstant(), state(recording.getStatus()));
    }

    private static State state(Recording.Status status) {
        return switch (status) {
            case COMPLETED -> State.COMPLETE;
            case ABSENT -> State.NOTHING;
            case null, default -> State.RUNNING;
        };
    }
}

package io.cloudpbx.carrier.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.message.Media;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierMemory;
import io.cloudpbx.telephony.CarrierId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** {@link CarrierMemory} by twilio-java. */
@Component
final class TwilioMemory implements CarrierMemory {
    /** More is never attached to one text. */
    private static final long MOST_MEDIA = 50L;

    private final TwilioRestClient client;

    TwilioMemory(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public void redact(CarrierId text) {
        unlessGone(() -> Message.updater(text.value()).setBody("").update(client));
    }

    @Override
    public void deleteMedia(CarrierId text) {
        unlessGone(() -> {
            List<Media> attached = Media.reader(text.value())
                    .setPageSize(MOST_MEDIA)
                    .firstPage(client)
                    .getRecords();
            attached.forEach(media ->
                    unlessGone(() -> Media.deleter(text.value(), media.getSid()).delete(client)));
            return attached;
        });
    }

    @Override
    public void deleteRecording(CarrierId recording) {
        unlessGone(() -> Recording.deleter(recording.value()).delete(client));
    }

    @Override
    public void deleteCall(CarrierId call) {
        unlessGone(() -> Call.deleter(call.value()).delete(client));
    }

    private static void unlessGone(Supplier<?> request) {
        try {
            TwilioRefusal.asking(request);
        } catch (CarrierFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
        }
    }
}

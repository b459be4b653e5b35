package io.cloudpbx.carrier.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import io.cloudpbx.carrier.CallOrder;
import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.carrier.PlacedCall;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link CarrierDialing} by twilio-java. */
@Component
final class TwilioDialing implements CarrierDialing {
    private static final long MOST = 50L;
    private static final String PLACED = "outbound-api";

    private final TwilioRestClient client;

    TwilioDialing(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public CarrierId place(CallOrder order) {
        var creator = Call.creator(twilio(order.to()), twilio(order.from()), URI.create(order.answerUrl()))
                .setMethod(HttpMethod.POST)
                .setStatusCallback(URI.create(order.statusCallback()))
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .setTimeout((int) order.ringFor().toSeconds())
                .setTimeLimit((int) order.longest().toSeconds());
        return TwilioRefusal.asking(() -> new CarrierId(creator.create(client).getSid()));
    }

    @Override
    public List<PlacedCall> placedBetween(PhoneNumber from, PhoneNumber to) {
        return TwilioRefusal.asking(() ->
                Call.reader()
                        .setFrom(twilio(from))
                        .setTo(twilio(to))
                        .setPageSize(MOST)
                        .firstPage(client)
                        .getRecords()
                        .stream()
                        .filter(call -> PLACED.equals(call.getDirection()))
                        .map(call -> new PlacedCall(
                                new CarrierId(call.getSid()),
                                call.getDateCreated() == null
                                        ? null
                                        : call.getDateCreated().toInstant()))
                        .toList());
    }

    private static com.twilio.type.PhoneNumber twilio(PhoneNumber number) {
        return new com.twilio.type.PhoneNumber(number.e164());
    }
}

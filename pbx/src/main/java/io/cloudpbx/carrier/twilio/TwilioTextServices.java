package io.cloudpbx.carrier.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import io.cloudpbx.carrier.CarrierTextServices;
import io.cloudpbx.telephony.CarrierId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** {@link CarrierTextServices} by twilio-java. */
@Component
final class TwilioTextServices implements CarrierTextServices {
    private static final long PAGE = 50L;

    private final TwilioRestClient client;

    TwilioTextServices(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public Map<CarrierId, TextService> takingTexts() {
        return TwilioRefusal.asking(() -> {
            var taken = new HashMap<CarrierId, TextService>();
            for (Service service : services()) {
                // Left unsaid, it is the service that takes them.
                if (!Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber())) {
                    PhoneNumber.reader(service.getSid())
                            .setPageSize(PAGE)
                            .read(client)
                            .forEach(member -> taken.put(new CarrierId(member.getSid()), named(service)));
                }
            }
            return taken;
        });
    }

    private List<Service> services() {
        var services = new ArrayList<Service>();
        Service.reader().setPageSize(PAGE).read(client).forEach(services::add);
        return services;
    }

    private static TextService named(Service service) {
        return new TextService(
                new CarrierId(service.getSid()),
                Objects.requireNonNullElse(service.getFriendlyName(), service.getSid()));
    }

    @Override
    public void leaveTextsToNumbers(CarrierId service) {
        TwilioRefusal.asking(() -> Service.updater(service.value())
                .setUseInboundWebhookOnNumber(true)
                .update(client));
    }
}

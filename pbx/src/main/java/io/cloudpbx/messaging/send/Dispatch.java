package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.PublishedMedia;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.send.SendStep.Claimed;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place from which texts leave the house: one request per claim, never a second. */
@Component
class Dispatch implements BulkCarrier {
    /** A program that was frozen between the claim and the request has lost its claim to a message nobody awaits any more. */
    private static final Duration FRESH = Duration.ofSeconds(4);

    private final CarrierTexts carrier;
    private final NumberWebhooks webhooks;
    private final PublishedMedia media;
    private final Clock clock;

    Dispatch(CarrierTexts carrier, NumberWebhooks webhooks, PublishedMedia media, Clock clock) {
        this.carrier = carrier;
        this.webhooks = webhooks;
        this.media = media;
        this.clock = clock;
    }

    Handed send(Claimed claimed) {
        Text text = claimed.text();
        Duration validity = Validity.at(clock.instant(), claimed.until());
        return hand(
                new TextOrder(
                        new PhoneNumber(text.ours()),
                        new PhoneNumber(text.theirs()),
                        text.body(),
                        media.of(text),
                        webhooks.callback("/sms/status/" + claimed.token()),
                        validity),
                claimed.since());
    }

    @Override
    public Handed hand(BulkText text, String callbackPath, @Nullable Instant until, long since) {
        Duration validity = Validity.at(clock.instant(), until);
        String callback = webhooks.callback(callbackPath);
        return hand(new TextOrder(text.from(), text.to(), text.body(), List.of(), callback, validity), since);
    }

    private Handed hand(TextOrder order, long since) {
        if (order.validity().isZero() || System.nanoTime() - since > FRESH.toNanos()) {
            return new Handed.TooLate();
        }
        try {
            return new Handed.Accepted(carrier.send(order));
        } catch (CarrierFailure failure) {
            return new Handed.Failed(failure);
        }
    }
}

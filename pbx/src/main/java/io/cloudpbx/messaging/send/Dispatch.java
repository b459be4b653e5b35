package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.KeptMedia;
import io.cloudpbx.messaging.PublishedMedia;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.flow.Validity;
import io.cloudpbx.messaging.send.SendStep.Claimed;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place from which texts leave the house: one request per claim, never a second. */
@Component
class Dispatch implements BulkCarrier {
    private final CarrierTexts carrier;
    private final NumberWebhooks webhooks;
    private final PublishedMedia media;
    private final KeptMedia kept;
    private final Clock clock;

    Dispatch(CarrierTexts carrier, NumberWebhooks webhooks, PublishedMedia media, KeptMedia kept, Clock clock) {
        this.carrier = carrier;
        this.webhooks = webhooks;
        this.media = media;
        this.kept = kept;
        this.clock = clock;
    }

    Handed send(Claimed claimed) {
        Text text = claimed.text();
        return hand(new TextOrder(
                new PhoneNumber(text.ours()),
                new PhoneNumber(text.theirs()),
                text.body(),
                media.of(text),
                webhooks.callback("/sms/status/" + claimed.token()),
                validity(claimed.until(), claimed.since())));
    }

    @Override
    public Handed hand(BulkText text, String callbackPath, @Nullable Instant until, long since) {
        String callback = webhooks.callback(callbackPath);
        return hand(new TextOrder(
                text.from(), text.to(), text.body(), kept.published(text.media()), callback, validity(until, since)));
    }

    private Duration validity(@Nullable Instant until, long since) {
        return Validity.at(clock.instant(), until, Duration.ofNanos(System.nanoTime() - since));
    }

    private Handed hand(TextOrder order) {
        if (order.validity().isZero()) {
            return new Handed.TooLate();
        }
        try {
            return new Handed.Accepted(carrier.send(order));
        } catch (CarrierFailure failure) {
            return new Handed.Failed(failure);
        }
    }
}

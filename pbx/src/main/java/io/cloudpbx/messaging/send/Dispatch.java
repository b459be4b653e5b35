package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.messaging.PublishedMedia;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.send.SendStep.Claimed;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The one place from which texts leave the house: one request per claim, never a second. */
@Component
class Dispatch {
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

    /** What came of the request. */
    sealed interface Result {
        record Accepted(CarrierText text) implements Result {}

        record Failed(CarrierFailure failure) implements Result {}

        /** It was not made. */
        record TooLate() implements Result {}
    }

    Result send(Claimed claimed) {
        Duration validity = Validity.at(clock.instant(), claimed.until());
        TextOrder order = order(claimed, validity);
        if (validity.isZero() || System.nanoTime() - claimed.since() > FRESH.toNanos()) {
            return new Result.TooLate();
        }
        try {
            return new Result.Accepted(carrier.send(order));
        } catch (CarrierFailure failure) {
            return new Result.Failed(failure);
        }
    }

    private TextOrder order(Claimed claimed, Duration validity) {
        Text text = claimed.text();
        return new TextOrder(
                new PhoneNumber(text.ours()),
                new PhoneNumber(text.theirs()),
                text.body(),
                media.of(text),
                webhooks.callback("/sms/status/" + claimed.token()),
                validity);
    }
}

package io.cloudpbx.dashboard;

import io.cloudpbx.campaigns.DeliveryFigures;
import io.cloudpbx.dashboard.DaySummary.TextTotals;
import io.cloudpbx.messaging.TextFigures;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Texts with single people and those of campaigns, counted together as analytics counts them. */
@Component
class TextsOfDay {
    private final TextFigures texts;
    private final DeliveryFigures campaigns;

    TextsOfDay(TextFigures texts, DeliveryFigures campaigns) {
        this.texts = texts;
        this.campaigns = campaigns;
    }

    TextTotals between(Instant from, Instant to) {
        var single = texts.between(from, to);
        var many = campaigns.between(from, to);
        return new TextTotals(single.received(), single.sent() + many.sent(), single.failed() + many.failed());
    }
}

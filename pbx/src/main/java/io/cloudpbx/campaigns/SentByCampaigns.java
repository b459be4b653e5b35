package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.messaging.Freeze;
import io.cloudpbx.messaging.SentElsewhere;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells messages what campaigns have sent. */
@Component
class SentByCampaigns implements SentElsewhere {
    private final FigureRows figures;
    private final RunningSum sent;
    private final Freeze freeze;

    SentByCampaigns(FigureRows figures, Freeze freeze, Clock clock) {
        this.figures = figures;
        this.freeze = freeze;
        this.sent = new RunningSum(figures::sent, clock);
    }

    @Override
    public Map<PhoneNumber, Integer> to(Collection<PhoneNumber> people, Set<TextKind> kinds, Instant since) {
        return figures.to(people, kinds, since);
    }

    @Override
    public Map<PhoneNumber, Ended> ended(Collection<PhoneNumber> people, Instant since) {
        return figures.ended(people, since);
    }

    /** What a restored system finds at the carrier left long before. */
    @Override
    public Sent sentSince(Instant since) {
        return freeze.isOn() ? sent.anew(since) : sent.since(since);
    }

    @Override
    public Map<String, Standing> standings(Collection<String> references) {
        List<Long> ids = references.stream()
                .map(reference -> Long.valueOf(reference.substring(reference.indexOf('/') + 1)))
                .toList();
        return figures.byIds(ids).stream().collect(Collectors.toMap(Delivery::reference, SentByCampaigns::standing));
    }

    private static Standing standing(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING, CLAIMED -> new Standing("scheduled", "Waits to be sent");
            case SENDING -> new Standing("sending", "Being sent");
            case CHECKING -> new Standing("unknown", "Nobody knows yet whether it was sent");
            case SENT -> new Standing("sent", "Sent, no receipt yet");
            case DELIVERED -> new Standing("delivered", "Delivered");
            case FAILED -> new Standing("failed", "Not delivered: " + delivery.sentence());
            case SKIPPED -> new Standing("refused", "Not sent: " + delivery.sentence());
            case NOT_CONFIRMED -> new Standing("not_confirmed", "Not sent, as far as the carrier says");
            case CANCELED -> new Standing("canceled", "Not sent: " + delivery.sentence());
        };
    }
}

package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.ResponseRows;
import io.cloudpbx.contacts.OptOut;
import io.cloudpbx.contacts.OptOutChanged;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.messaging.TextArrived;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What people do after a campaign's text. Whoever writes within a week to the number that texted them has replied to it; whoever
 * opts out within a week, wherever, has done so after it. What was texted to them stands above what they write.
 */
@Component
class Responses {
    private static final Duration WEEK = Duration.ofDays(7);

    private final ResponseRows rows;
    private final ThreadLines lines;
    private final OptOuts optOuts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Responses(ResponseRows rows, ThreadLines lines, OptOuts optOuts, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.lines = lines;
        this.optOuts = optOuts;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(TextArrived arrived) {
        PhoneNumber theirs = arrived.between().theirs();
        if (theirs == null) {
            return;
        }
        lines.tellWhatTheyGot(theirs);
        if (arrived.meaning() != Meaning.OPT_OUT) {
            after(theirs, arrived.between().ours()).forEach(left -> {
                rows.replied(arrived.textId(), left, clock.instant());
                events.publishEvent(new CampaignProgressed(left.campaignId(), clock.instant()));
            });
        }
    }

    @EventListener
    void on(OptOutChanged changed) {
        if (changed.optedOut() && saidSo(changed.number())) {
            after(changed.number(), null).forEach(left -> {
                rows.optedOut(left, clock.instant());
                events.publishEvent(new CampaignProgressed(left.campaignId(), clock.instant()));
            });
        }
    }

    /** That the carrier blocks them does not prove that they wanted it (C9). */
    private boolean saidSo(PhoneNumber number) {
        return optOuts.of(number)
                .map(OptOut::source)
                .filter(Source.CARRIER::equals)
                .isEmpty();
    }

    private Stream<ResponseRows.Left> after(PhoneNumber theirs, @Nullable PhoneNumber ours) {
        return rows.newest(theirs, ours, clock.instant().minus(WEEK)).stream();
    }
}

package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Quiet;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks the carrier about deliveries of which it should have said more by now: callbacks get lost (R6). Some are asked about one by
 * one. After an outage there are many: then the carrier's lists are read, number by number, from where the oldest left.
 */
@Component
class QuietDeliveries implements Recurring {
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(4);

    /** Of all numbers together, in one go. */
    private static final int AT_ONCE = 10_000;

    /** More requests than these are made in no minute, whatever waits. */
    private static final int ONE_BY_ONE = 200;

    private static final int LISTS = 40;
    private static final int LISTED = 1_000;

    private static final int MOST_FAILURES = 3;

    /** Fewer of one number are not worth a list. */
    private static final int WORTH_A_LIST = 20;

    /** The carrier sends a little after it was asked to; what it keeps longer is asked about by itself. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final ReceiptLedger receipts;
    private final OutcomeLedger outcomes;
    private final Conclusions conclusions;
    private final CarrierTexts carrier;
    private final Pace pace;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    QuietDeliveries(
            ReceiptLedger receipts,
            OutcomeLedger outcomes,
            Conclusions conclusions,
            CarrierTexts carrier,
            Pace pace,
            Clock clock,
            ApplicationEventPublisher events) {
        this.receipts = receipts;
        this.outcomes = outcomes;
        this.conclusions = conclusions;
        this.carrier = carrier;
        this.pace = pace;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String name() {
        return "campaigns.quiet";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<Quiet> quiet = receipts.quietSince(now.minus(QUIET), now.minus(FORGOTTEN), now, AT_ONCE);
        if (quiet.size() <= ONE_BY_ONE) {
            askOneByOne(quiet);
        } else {
            askOneByOne(list(quiet));
        }
    }

    /** @return those that are to be asked about one by one, as no list has them */
    private List<Quiet> list(List<Quiet> quiet) {
        List<Quiet> unlisted = new ArrayList<>();
        int lists = LISTS;
        int failures = 0;
        for (List<Quiet> ofNumber : quiet.stream()
                .collect(Collectors.groupingBy(Quiet::sender, LinkedHashMap::new, Collectors.toList()))
                .values()) {
            if (ofNumber.size() < WORTH_A_LIST) {
                unlisted.addAll(ofNumber);
            } else if (lists > 0) {
                var listing = new Listing(ofNumber);
                try {
                    lists -= listing.read(lists);
                    unlisted.addAll(listing.unlisted());
                } catch (CarrierFailure failed) {
                    // The others' lists may be answered; when several are not, nobody's is.
                    failures++;
                    if (failures >= MOST_FAILURES) {
                        throw failed;
                    }
                }
            }
        }
        return unlisted;
    }

    /** Some of one number are looked for in the carrier's list. */
    private final class Listing {
        private final PhoneNumber sender;
        private final Instant since;
        private Instant before = Instant.MIN;
        private final Map<CarrierId, Quiet> wanted;

        Listing(List<Quiet> ofNumber) {
            this.sender = ofNumber.getFirst().sender();
            this.since =
                    ofNumber.stream().map(Quiet::sentAt).min(Instant::compareTo).orElseThrow();
            this.wanted = ofNumber.stream().collect(Collectors.toMap(Quiet::id, Function.identity()));
        }

        /** No further than so many lists reach, as fast as the number may be: newest come first, and the oldest must not be left out. */
        int read(int lists) {
            int fewer = Math.max(1, lists - 1);
            var reach = Duration.ofSeconds((long) (fewer * LISTED / pace.of(sender)));
            Instant last = wanted.values().stream()
                    .map(Quiet::sentAt)
                    .max(Instant::compareTo)
                    .orElse(since);
            before = last.isBefore(since.plus(reach)) ? last : since.plus(reach);
            wanted.values().removeIf(quiet -> quiet.sentAt().isAfter(before));
            return carrier.sentFrom(sender, since.minus(CLOCKS), before.plus(LATE), lists, this::found);
        }

        private void found(List<CarrierText> page) {
            List<Quiet> heard = new ArrayList<>();
            List<Known> known = new ArrayList<>();
            for (CarrierText text : page) {
                Quiet quiet = wanted.remove(text.id());
                if (quiet != null) {
                    heard.add(quiet);
                    known.add(known(quiet, text));
                }
            }
            hear(known);
            asked(heard);
        }

        List<Quiet> unlisted() {
            return List.copyOf(wanted.values());
        }
    }

    private void askOneByOne(List<Quiet> some) {
        List<Quiet> asked = new ArrayList<>();
        try {
            for (Quiet quiet : some.stream().limit(ONE_BY_ONE).toList()) {
                // Before it is asked about: one that always fails would keep all after it from ever being asked about.
                asked.add(quiet);
                carrier.text(quiet.id()).ifPresent(text -> hear(List.of(known(quiet, text))));
            }
        } finally {
            asked(asked);
        }
    }

    private static Known known(Quiet quiet, CarrierText text) {
        return Known.of(quiet.token(), quiet.id(), text.status(), text.errorCode());
    }

    private void hear(List<Known> known) {
        if (!known.isEmpty()) {
            conclusions.aboutNumbers(known, clock.instant());
            outcomes.known(known, clock.instant());
            conclusions.aboutAccount(known);
        }
    }

    private void asked(List<Quiet> asked) {
        if (!asked.isEmpty()) {
            receipts.askedAbout(asked, clock.instant());
            outcomes.moved(asked.stream().map(Quiet::token).toList())
                    .forEach(moved -> events.publishEvent(new CampaignProgressed(moved.campaignId(), moved.since())));
        }
    }
}

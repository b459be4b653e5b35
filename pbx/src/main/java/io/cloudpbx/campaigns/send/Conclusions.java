package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Blame;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What becomes of texts that the carrier took tells about the numbers that they left from, and about our account there. */
@Component
class Conclusions {
    private final ReceiptLedger receipts;
    private final PaceLedger paces;
    private final Lessons lessons;
    private final Brake brake;

    Conclusions(ReceiptLedger receipts, PaceLedger paces, Lessons lessons, Brake brake) {
        this.receipts = receipts;
        this.paces = paces;
        this.lessons = lessons;
        this.brake = brake;
    }

    /** To be told before any delivery is held, as numbers are held first everywhere. */
    void aboutNumbers(List<Known> news, Instant now) {
        rest(news, now);
        teach(news);
    }

    /** What the carrier took and could not send after all is over; more of the same number would end the same way (R12). */
    private void rest(List<Known> news, Instant now) {
        Map<PhoneNumber, Rest> resting = new TreeMap<>();
        byCode(news)
                .forEach((code, tokens) -> rest(code, now)
                        .ifPresent(rest ->
                                receipts.senders(tokens).forEach(sender -> resting.merge(sender, rest, Rest::and))));
        resting.forEach((sender, rest) -> rest.begin(sender, paces));
    }

    private static Optional<Rest> rest(int code, Instant now) {
        return switch (Blame.of(code)) {
            case Blame.TooMuch tooMuch -> Optional.of(Rest.waiting(tooMuch.rest(), code));
            case Blame.TooMuchToday today -> Optional.of(Rest.waiting(today.rest(now), code));
            case Blame.Numbers number -> Optional.of(Rest.atFault(Blame.NEXT_LOOK, code));
            case Blame.Theirs theirs -> Optional.empty();
            case Blame.Late late -> Optional.empty();
            case Blame.Accounts account -> Optional.empty();
        };
    }

    /** Whose text arrived is only asked while some number's are not taken: there are a thousand a second. */
    private void teach(List<Known> news) {
        List<String> delivered = news.stream()
                .filter(known -> known.status() == MessageStatus.DELIVERED)
                .map(Known::token)
                .toList();
        if (!delivered.isEmpty() && lessons.anyIsRefused()) {
            receipts.senders(delivered).forEach(lessons::arrived);
        }
        Map<PhoneNumber, Integer> refused = new TreeMap<>();
        byCode(news).forEach((code, tokens) -> {
            if (Blame.of(code) instanceof Blame.Numbers) {
                receipts.senders(tokens).forEach(sender -> refused.put(sender, code));
            }
        });
        refused.forEach(lessons::failed);
    }

    private static SortedMap<Integer, List<String>> byCode(List<Known> news) {
        return news.stream()
                .filter(known -> known.errorCode() != 0)
                .collect(Collectors.groupingBy(
                        Known::errorCode, TreeMap::new, Collectors.mapping(Known::token, Collectors.toList())));
    }

    /**
     * To be told when they are written down, as whoever moves a campaign holds it before its deliveries. If that is lost, the next
     * refusal does it.
     */
    void aboutAccount(List<Known> news) {
        byCode(news).forEach((code, tokens) -> {
            if (Blame.of(code) instanceof Blame.Accounts) {
                receipts.campaigns(tokens).forEach(campaign -> brake.halt(campaign, Brake.why(code)));
            }
        });
    }
}

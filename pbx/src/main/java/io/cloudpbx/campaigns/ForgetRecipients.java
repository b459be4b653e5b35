package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.PersonRows;
import io.cloudpbx.campaigns.store.PersonRows.Ended;
import io.cloudpbx.campaigns.store.PersonRows.Held;
import io.cloudpbx.campaigns.store.SavedAudienceRows;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.telephony.CarrierId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is to be forgotten is in no campaign any more, whatever became of it, and in no saved audience (C39). A text that is on its
 * way to them at this moment is forgotten as soon as its end is known: sooner, nobody could tell the carrier which of its texts to empty.
 */
@Component
class ForgetRecipients {
    private final PersonRows rows;
    private final SavedAudienceRows saved;
    private final Forgetting forgetting;

    ForgetRecipients(PersonRows rows, SavedAudienceRows saved, Forgetting forgetting) {
        this.rows = rows;
        this.saved = saved;
        this.forgetting = forgetting;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        Map<Boolean, List<Long>> held = rows.hold(deleted.numbers()).stream()
                .collect(Collectors.partitioningBy(Held::onItsWay, Collectors.mapping(Held::id, Collectors.toList())));
        rows.forgetLater(held.getOrDefault(true, List.of()), deleted.contactId());
        forget(held.getOrDefault(false, List.of()), deleted.contactId());
        rows.forgetLeftOut(deleted.numbers());
        saved.forget(deleted.numbers());
    }

    private void forget(List<Long> deliveries, UUID person) {
        rows.atCarrier(deliveries).forEach(text -> forgetting.text(text, hasMedia(text), person));
        rows.forget(deliveries);
    }

    /** The carrier's ids say it ({@code twilio.md} section 15). */
    private static boolean hasMedia(CarrierId text) {
        return text.value().startsWith("MM");
    }

    /** What was on its way when its recipient was deleted, and is not any more. */
    @Transactional
    public void forgetEnded() {
        rows.holdEnded().stream()
                .collect(Collectors.groupingBy(Ended::person, Collectors.mapping(Ended::id, Collectors.toList())))
                .forEach((person, deliveries) -> forget(deliveries, person));
    }
}

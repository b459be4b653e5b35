package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.messaging.store.EntryRows;
import io.cloudpbx.messaging.store.EntryRows.Campaigned;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines of conversations that stand for what a campaign texted. They bring nobody up in the inbox: a campaign to thousands would
 * bury those who wrote.
 */
@Service
public class CampaignTexts {
    private final Contacts contacts;
    private final EntryRows entries;
    private final ApplicationEventPublisher events;

    CampaignTexts(Contacts contacts, EntryRows entries, ApplicationEventPublisher events) {
        this.contacts = contacts;
        this.entries = entries;
        this.events = events;
    }

    /**
     * A text that left.
     *
     * @param reference under which the campaign knows it; told again, nothing happens
     */
    public record Sent(PhoneNumber to, String reference, Instant at, String campaign, String words) {}

    /** Tells it where there is a conversation with them. For nobody is one made: most who get a campaign never write. */
    @Transactional
    public void tell(List<Sent> sent) {
        Map<PhoneNumber, UUID> people =
                contacts.idsOf(sent.stream().map(Sent::to).distinct().toList());
        List<Campaigned> known = sent.stream()
                .flatMap(each -> Optional.ofNullable(people.get(each.to()))
                        .map(person ->
                                new Campaigned(person, each.reference(), each.at(), each.campaign(), each.words()))
                        .stream())
                .toList();
        if (!known.isEmpty()) {
            entries.addCampaigned(known)
                    .forEach(entry -> events.publishEvent(new EntryAdded(entry.conversationId(), entry.id())));
        }
    }
}

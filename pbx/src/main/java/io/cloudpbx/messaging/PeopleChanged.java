package io.cloudpbx.messaging;

import io.cloudpbx.contacts.ContactChanged;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.ContactsMerged;
import io.cloudpbx.contacts.OptOutChanged;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.FoundTextRows;
import io.cloudpbx.messaging.store.MediaRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows what becomes of people: two who turn out to be one have one conversation from then on. */
@Component
class PeopleChanged {
    private final ConversationRows rows;
    private final MediaRows media;
    private final FoundTextRows found;
    private final Contacts contacts;
    private final Forgetting forgetting;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    PeopleChanged(
            ConversationRows rows,
            MediaRows media,
            FoundTextRows found,
            Contacts contacts,
            Forgetting forgetting,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.forgetting = forgetting;
        this.rows = rows;
        this.media = media;
        this.found = found;
        this.contacts = contacts;
        this.jobs = jobs;
        this.events = events;
    }

    @EventListener
    void on(ContactsMerged merged) {
        rows.ofContact(merged.goneId()).ifPresent(gone -> {
            var kept = rows.ofContact(merged.keptId());
            kept.ifPresentOrElse(
                    present -> {
                        rows.lock(present.id());
                        rows.lock(gone.id());
                        rows.merge(present, gone);
                        events.publishEvent(new ConversationChanged(present.id()));
                    },
                    () -> {
                        rows.movedTo(merged.goneId(), merged.keptId());
                        events.publishEvent(new ConversationChanged(gone.id()));
                    });
        });
    }

    /** All that was said with somebody who is to be forgotten goes with them (C39). */
    @EventListener
    void on(ContactDeleted deleted) {
        found.forget(deleted.numbers())
                .forEach(text -> forgetting.text(text.id(), text.withMedia(), deleted.contactId()));
        rows.ofContact(deleted.contactId()).ifPresent(conversation -> {
            media.keysOf(conversation.id()).forEach(key -> jobs.soon(ForgetBlob.KIND, key));
            rows.atCarrier(conversation.id())
                    .forEach(text -> forgetting.text(text.id(), text.hasMedia(), deleted.contactId()));
            rows.forget(conversation.id());
            events.publishEvent(new ConversationForgotten(conversation.id()));
        });
    }

    @EventListener
    void on(ContactChanged changed) {
        rows.ofContact(changed.contactId())
                .ifPresent(conversation -> events.publishEvent(new ConversationChanged(conversation.id())));
    }

    @EventListener
    void on(OptOutChanged changed) {
        contacts.byNumber(changed.number())
                .flatMap(contact -> rows.ofContact(contact.id()))
                .ifPresent(conversation -> events.publishEvent(new ConversationChanged(conversation.id())));
    }
}

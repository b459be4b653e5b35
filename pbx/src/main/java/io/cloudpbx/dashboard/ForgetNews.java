package io.cloudpbx.dashboard;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dashboard.store.NewsRows;
import io.cloudpbx.messaging.ConversationForgotten;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What browsers were told of somebody who is to be forgotten is kept for none that catches up (C39). Last in the transaction, when all else is
 * deleted in it: what is told of them while that is done waits for it, or is here by then.
 */
@Component
class ForgetNews {
    private final NewsRows rows;

    ForgetNews(NewsRows rows) {
        this.rows = rows;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ContactDeleted deleted) {
        rows.forget(Stream.concat(
                        Stream.of(deleted.contactId().toString()),
                        deleted.numbers().stream().map(ForgetNews::digits))
                .toList());
    }

    /** In an address the sign before them is written otherwise. */
    private static String digits(PhoneNumber number) {
        return number.e164().substring(1);
    }

    /** What was said in it names nobody by a number. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ConversationForgotten forgotten) {
        rows.forget(List.of(forgotten.conversationId().toString()));
    }
}

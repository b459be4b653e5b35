package io.cloudpbx.messaging.web;

import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How the API answers somebody who wants to send a text. */
@Component
class Sent {
    private final MessageViews views;

    Sent(MessageViews views) {
        this.views = views;
    }

    /** Created; or the gate's reason, with the id under which the refused text is kept. */
    ResponseEntity<MessageView> answer(Text text) {
        Why why = text.why();
        if (text.state() == State.REFUSED && why != null) {
            throw Problem.of(422, why.code(), why.sentence())
                    .with("rule", why.rule())
                    .with("messageId", text.id());
        }
        return ResponseEntity.created(URI.create("/api/messages/" + text.id()))
                .body(views.find(text.id()).orElseThrow());
    }

    static PhoneNumber number(String field, String written) {
        return PhoneNumber.written(written)
                .orElseThrow(() -> Problem.invalid(field, "invalid_phone_number", "must be a phone number"));
    }

    static @Nullable PhoneNumber numberOrNull(String field, @Nullable String written) {
        return written == null || written.isBlank() ? null : number(field, written);
    }
}

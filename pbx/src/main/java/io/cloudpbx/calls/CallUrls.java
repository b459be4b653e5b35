package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.Mailbox;
import io.cloudpbx.carrier.NumberWebhooks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses inside our documents. What a later webhook must know travels as path elements, which are signed as they stand. */
@Component
final class CallUrls {
    static final String GENERAL = "general";

    private final NumberWebhooks webhooks;

    CallUrls(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    String menu(int visit, int silences) {
        return webhooks.action("/ivr/menu/%d/%d".formatted(visit, silences));
    }

    String rung(String ext) {
        return webhooks.action("/ivr/rung/" + ext);
    }

    String screen(String ext) {
        return webhooks.action("/ivr/screen/" + ext);
    }

    String screened(String ext) {
        return webhooks.action("/ivr/screened/" + ext);
    }

    String leg(String ext) {
        return webhooks.callback("/ivr/leg/" + ext);
    }

    String recorded(String mailbox) {
        return webhooks.action("/ivr/recorded/" + mailbox);
    }

    String silent(String mailbox) {
        return webhooks.action("/ivr/silent/" + mailbox);
    }

    String recording(String mailbox) {
        return webhooks.callback("/ivr/recording/" + mailbox);
    }

    String transcription() {
        return webhooks.callback("/ivr/transcription");
    }

    static String key(Mailbox mailbox) {
        return switch (mailbox) {
            case Mailbox.Of of -> of.callee().id().toString();
            case Mailbox.General general -> GENERAL;
        };
    }

    /** Whose mailbox a path element names; empty for the general one and for anything else. */
    static Optional<UUID> holder(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException general) {
            return Optional.empty();
        }
    }
}

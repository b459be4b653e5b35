package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.webhook.ConnectionSettings.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP request to a customer's server, before rules about its content. */
sealed interface Attempt {
    /**
     * Any reply, whatever its status.
     *
     * @param challenge how the server wants to be convinced, with a 401
     * @param cookies as they came
     */
    record Replied(
            int status,
            String contentType,
            @Nullable String location,
            @Nullable String challenge,
            List<String> cookies,
            byte[] body)
            implements Attempt {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        boolean isRedirect() {
            return location != null
                    && switch (status) {
                        case 301, 302, 303, 307, 308 -> true;
                        default -> false;
                    };
        }
    }

    /** No reply; the code is Twilio's. Without {@code trouble} trying again is of no use. */
    record Unanswered(
            int errorCode, String reason, @Nullable Trouble trouble) implements Attempt {}
}

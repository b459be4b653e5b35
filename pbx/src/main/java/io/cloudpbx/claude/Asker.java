package io.cloudpbx.claude;

import java.util.UUID;

/** On whose account a question is asked. */
public sealed interface Asker {
    /** As the carrier names them; empty when they withhold it. It is counted by, never told to the model. */
    String number();

    /** Somebody who texts. */
    record Texter(String number) implements Asker {}

    /** Somebody who calls. */
    record Caller(UUID call, String number) implements Asker {}

    /** Somebody of the business, who looks back at calls: held by its money alone. */
    record Reviewer() implements Asker {
        @Override
        public String number() {
            return "";
        }
    }
}

package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.cloudpbx.sandbox.fault.FaultRule;
import io.cloudpbx.sandbox.fault.Part;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.fault.Where;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code <ConversationRelay>}: what can go wrong with its WebSocket ({@code twilio.md} sections 10.2 and 14, E18). */
class RelayFaultsTest extends RelayCallTest {
    private void fault(What what) {
        carrier.webhooks
                .faults()
                .add(new FaultRule(null, new Where(Part.RELAY, null, null, null, null, null), what, null, null));
    }

    @Test
    void a_server_that_is_out_fails_the_session() {
        relay("");
        fault(new What.Outage());

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "64102");
        assertThat(server.types()).isEmpty();
    }

    @Test
    void a_connection_that_breaks_is_39001_and_is_not_made_again() {
        relay("");
        fault(new What.BreakOff(100));

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "39001");
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void a_signature_by_the_wrong_key_is_not_the_accounts() {
        relay("");
        fault(new What.Signature(What.Variant.WRONG_KEY));
        server.on("setup", (message, ctx) -> end(ctx));

        caller(LISTENS);

        String signature = server.upgrades.getFirst().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("x-twilio-signature"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(new RequestValidator("sandbox").validate(server.url(), Map.of(), signature))
                .isFalse();
    }
}

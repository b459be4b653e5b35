package io.cloudpbx.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox whose faults are switched on as its users do it. */
abstract class FaultTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    final void start() {
        sandbox = Sandbox.start(new SandboxSettings(0, folder, 50, List.of(), Duration.ofSeconds(15)));
    }

    @AfterEach
    final void stop() {
        sandbox.close();
    }

    final Sandbox sandbox() {
        return sandbox;
    }

    final Rest business() {
        return Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
    }

    final Rest.Reply addFault(String json) {
        return Rest.send(business()
                .request("/sandbox/faults")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** Switches a fault on and returns its id. */
    final String fault(String where, String what, String more) {
        Rest.Reply reply = addFault("{'where':{" + where + "},'what':{" + what + "}" + more + "}");
        assertThat(reply.status()).as(() -> reply.json().toString()).isEqualTo(201);
        return reply.text("id");
    }

    final Rest.Reply buy(String number) {
        return business().post("IncomingPhoneNumbers.json", "PhoneNumber", number);
    }

    final int owned() {
        return sandbox.state().numbers().size();
    }
}

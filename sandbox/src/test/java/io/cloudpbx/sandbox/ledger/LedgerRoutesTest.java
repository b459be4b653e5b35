package io.cloudpbx.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerRoutesTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(new SandboxSettings(0, folder, 1, List.of(), Duration.ofSeconds(15), true));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Rest.Reply get(String query) {
        return Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID).get("/sandbox/ledger" + query);
    }

    @Test
    void it_is_read_page_by_page_and_is_there_after_a_restart() {
        for (int i = 1; i <= 3; i++) {
            sandbox.ledger().append(new Fact.TextDelivered("SM0" + i, "+18885550100", "+14155550190", i));
        }
        sandbox.ledger().append(new Fact.CallSilence("CA01", 3, 8));
        stop();
        start();

        Rest.Reply first = get("?limit=2");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/entries/1/sid").asString()).isEqualTo("SM02");
        assertThat(first.json().at("/entries/1/seq").asLong()).isEqualTo(2);
        assertThat(first.json().at("/entries/1/kind").asString()).isEqualTo("text.delivered");
        Rest.Reply second = get("?after=" + first.json().get("next").asLong());
        assertThat(second.json().get("entries")).hasSize(2);
        assertThat(second.json().at("/entries/1/seconds").asInt()).isEqualTo(8);
        assertThat(get("?kind=call.silence").json().get("entries")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"?limit=0, limit", "?limit=1001, limit", "?limit=x, limit", "?after=-1, after", "?kind=text, kind"})
    void a_senseless_question_is_refused_with_the_parameters_name(String query, String field) {
        Rest.Reply reply = get(query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("field")).isEqualTo(field);
        assertThat(reply.text("message")).isNotBlank();
    }
}

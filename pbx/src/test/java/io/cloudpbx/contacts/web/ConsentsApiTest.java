package io.cloudpbx.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WebTest
class ConsentsApiTest {
    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private ApiPerson owner;
    private ApiPerson agent;
    private ApiPerson reader;

    @BeforeEach
    void people() {
        jdbc.sql("delete from contact").update();
        jdbc.sql("delete from opt_out").update();
        owner = ApiPerson.of(Role.OWNER, port, beans);
        agent = ApiPerson.of(Role.AGENT, port, beans);
        reader = ApiPerson.of(Role.READ_ONLY, port, beans);
    }

    @Test
    void consent_is_written_down_with_its_proof_and_withdrawn_and_both_stay_on_record() {
        int granted = audited("consent_granted");
        int revoked = audited("consent_revoked");
        String path = "/api/contacts/" + add("Chen Wu", "4155550117") + "/consents";
        var agreed = agent.post(path, """
                {"number":"415-555-0117","category":"marketing","method":"paper","words":"Signed at the desk",
                 "wording":"I agree to offers by text.","wordingVersion":"2","language":"en","at":"2026-01-05T12:00:00Z"}""");
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
        assertThat(agreed.body().get("marketingConsent").isNull()).isFalse();
        assertThat(agreed.body().get("informationalConsent").isNull()).isTrue();
        JsonNode entry = agreed.body().at("/ledger/0");
        assertThat(entry.get("actor").asString()).isEqualTo("Dana");
        assertThat(entry.get("quote").asString()).isEqualTo("Signed at the desk");
        assertThat(entry.at("/proof/wording").asString()).isEqualTo("I agree to offers by text.");
        assertThat(entry.at("/proof/person").asString()).isEqualTo("Chen Wu");

        String withdraw = """
                {"number":"+14155550117","category":"marketing","words":"No more offers please"}""";
        var withdrawn = agent.post(path + "/revoke", withdraw);
        assertThat(withdrawn.body().get("marketingConsent").isNull()).isTrue();
        assertThat(withdrawn
                        .body()
                        .get("ledger")
                        .valueStream()
                        .map(each -> each.get("act").asString()))
                .containsExactly("revoked", "granted");
        assertThat(agent.post(path + "/revoke", withdraw).code()).isEqualTo("no_consent");
        assertThat(audited("consent_granted")).isEqualTo(granted + 1);
        assertThat(audited("consent_revoked")).isEqualTo(revoked + 1);
        assertThat(owner.put(path, "{}").status()).isEqualTo(405);
        assertThat(owner.delete(path).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number|\"number\":\"4155550111\"",
                "number|\"number\":\"12\"",
                "category|\"category\":\"everything\"",
                "method|\"method\":\"guess\"",
                "method|\"category\":\"marketing\",\"wording\":\"Offers\",\"method\":\"verbal\"",
                "wording|\"category\":\"marketing\"",
                "words|\"words\":\" \"",
                "words|\"words\":\"a\\u0000b\"",
                "at|\"at\":\"2999-01-01T00:00:00Z\"",
            })
    void consent_that_would_prove_nothing_is_refused(String example) {
        String path = "/api/contacts/" + add("Chen Wu", "4155550118") + "/consents";
        String field = example.substring(0, example.indexOf('|'));
        // Of two values under one name the last one counts.
        var reply = agent.post(path, """
                {"number":"4155550118","category":"informational","method":"paper","words":"Signed",%s}""".formatted(example.substring(field.length() + 1)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(agent.get(path.replace("consents", "consent"))
                        .body()
                        .at("/items/0/ledger")
                        .size())
                .isZero();
    }

    @Test
    void nobody_consents_for_somebody_who_opted_out_or_is_not_there_and_readers_for_nobody() {
        String path = "/api/contacts/" + add("Chen Wu", "4155550110") + "/consents";
        String spoken = """
                {"number":"4155550110","category":"informational","method":"verbal","words":"Yes, text me"}""";
        assertThat(reader.post(path, spoken).status()).isEqualTo(403);
        assertThat(agent.post("/api/contacts/" + UUID.randomUUID() + "/consents", spoken)
                        .code())
                .isEqualTo("contact_not_found");
        agent.post("/api/opt-outs", "{\"number\":\"4155550110\",\"words\":\"No more\"}");
        assertThat(agent.post(path, spoken).code()).isEqualTo("opted_out");
    }

    private String add(String name, String number) {
        String contact = "{\"name\":\"" + name + "\",\"numbers\":[\"" + number + "\"]}";
        return agent.post("/api/contacts", contact).body().get("id").asString();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_log where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}

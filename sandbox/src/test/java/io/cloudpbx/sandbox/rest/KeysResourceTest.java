package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.CarrierState;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twilio.md} section 11, Auth: {@code SK…:secret}. */
class KeysResourceTest extends RestTest {
    @Test
    void the_official_client_makes_uses_renames_and_deletes_a_key() {
        TwilioRestClient client = businessClient();
        NewKey made = NewKey.creator().setFriendlyName("Reports").create(client);
        assertThat(made.getSid()).matches("SK[0-9a-f]{32}");
        assertThat(made.getSecret()).matches("\\w{32}");

        TwilioRestClient byKey =
                LoopbackTwilio.client(baseUrl(), business().accountSid(), made.getSid(), made.getSecret());
        saved(io.cloudpbx.sandbox.state.Call.Status.COMPLETED, null, null);
        assertThat(Call.reader().read(byKey)).hasSize(1);

        assertThat(Key.updater(made.getSid())
                        .setFriendlyName("Accounting")
                        .update(client)
                        .getFriendlyName())
                .isEqualTo("Accounting");
        assertThat(Key.reader().read(client)).extracting(Key::getSid).containsExactly(made.getSid());
        assertThat(Key.deleter(made.getSid()).delete(client)).isTrue();
        assertThatThrownBy(() -> Call.reader().read(byKey))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(20003));
    }

    @Test
    void the_secret_is_told_once_and_not_kept() {
        Rest.Reply made = business().post("Keys.json");

        assertThat(business().get("Keys/" + made.text("sid") + ".json").json().has("secret"))
                .isFalse();
        assertThat(state().apiKeys().find(made.text("sid")).orElseThrow().secretHash())
                .doesNotContain(made.text("secret"));
    }

    @Test
    void a_key_opens_the_other_hosts_too() {
        assertThat(business().withKey().get("/messaging/v1/Services").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {".json", "/Keys.json", "/Keys/SK00000000000000000000000000000000.json"})
    void a_standard_key_opens_neither_the_account_nor_its_keys(String path) {
        var reply =
                business().withKey().get("/2010-04-01/Accounts/" + business().accountSid() + path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo(20003);
    }

    @Test
    void a_key_with_a_wrong_secret_and_a_key_for_another_account_open_nothing() {
        Rest key = business().withKey();
        String other = outside().accountSid();

        assertThat(new Rest(baseUrl(), key.accountSid(), key.user(), "guess")
                        .get("Calls.json")
                        .code())
                .isEqualTo(20003);
        assertThat(key.get("/2010-04-01/Accounts/" + other + "/Calls.json").code())
                .isEqualTo(20404);
        assertThat(outside().get("Keys/" + key.user() + ".json").code()).isEqualTo(20404);
    }

    @Test
    void a_name_holds_64_characters_and_not_one_more() {
        assertThat(business().post("Keys.json", "FriendlyName", "a".repeat(64)).status())
                .isEqualTo(201);
        assertThat(business().post("Keys.json", "FriendlyName", "a".repeat(65)).status())
                .isEqualTo(400);
    }

    @Test
    void a_key_is_remembered(@TempDir Path folder) {
        io.cloudpbx.sandbox.state.ApiKeys.Issued issued;
        try (CarrierState before = CarrierState.open(folder)) {
            issued = before.apiKeys().issue(business().accountSid(), "Reports", Instant.EPOCH);
        }

        try (CarrierState after = CarrierState.open(folder)) {
            assertThat(after.apiKeys().find(issued.key().sid(), issued.secret()))
                    .contains(issued.key());
        }
    }
}

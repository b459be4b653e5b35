package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers the company owns, and how one that was kept is given back. */
class NumbersTest {
    private final Company company = TwoPrograms.shared().company();

    @Test
    void every_number_says_what_it_does() {
        var main = listed(Outside.MAIN_NUMBER);
        assertThat(main.get("use").asString()).isEqualTo("main");
        assertThat(main.get("releasable").asBoolean()).isFalse();

        var dana = company.extension("101");
        var direct = listed(dana.get("number").asString());
        assertThat(direct.get("id").asString()).isEqualTo(dana.get("numberId").asString());
        assertThat(direct.get("use").asString()).isEqualTo("extension");
        assertThat(direct.at("/extension/ext").asString()).isEqualTo("101");
        assertThat(direct.at("/extension/name").asString())
                .isEqualTo(dana.get("name").asString());
        assertThat(direct.at("/provisioning/state").asString()).isEqualTo("ready");
    }

    @Test
    void a_kept_number_is_given_back_by_who_types_it_once_however_often_that_is_asked() {
        String number = keptNumber("192");
        var kept = listed(number);
        assertThat(kept.get("use").asString()).isEqualTo("kept");
        assertThat(kept.get("releasable").asBoolean()).isTrue();
        String release = "/api/numbers/" + kept.get("id").asString() + "/release";

        var slip = company.post(release, Map.of("number", Outside.MAIN_NUMBER));
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.field()).isEqualTo("number");
        assertThat(carrierHas(number)).isTrue();

        var typed = Map.of("number", kept.get("display").asString());
        var answer = company.post(release, typed);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().at("/provisioning/state").asString()).isIn("releasing", "released");
        await().until(() -> !carrierHas(number));
        await().until(() -> numbers().noneMatch(item -> is(item, number)));
        var again = company.post(release, typed);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().at("/provisioning/state").asString()).isEqualTo("released");
    }

    @Test
    void a_number_in_use_and_the_main_number_stay() {
        var dana = listed(company.extension("101").get("number").asString());
        var inUse = release(dana, dana.get("number").asString());
        assertThat(inUse.code()).isEqualTo("number_in_use");
        assertThat(inUse.body().get("detail").asString()).contains("101");

        var main = release(listed(Outside.MAIN_NUMBER), Outside.MAIN_NUMBER);
        assertThat(main.code()).isEqualTo("main_number");
        assertThat(carrierHas(Outside.MAIN_NUMBER)).isTrue();
    }

    @Test
    void a_number_whose_webhooks_somebody_changed_at_the_carrier_is_set_right_when_it_is_looked_at() {
        var main = listed(Outside.MAIN_NUMBER);
        var programs = TwoPrograms.shared();
        var console = programs.bean(TwilioRestClient.class);
        String carrierId = IncomingPhoneNumber.reader()
                .setPhoneNumber(Outside.MAIN_NUMBER)
                .read(console)
                .iterator()
                .next()
                .getSid();
        IncomingPhoneNumber.updater(carrierId)
                .setVoiceUrl(URI.create("https://elsewhere.example.com/voice"))
                .update(console);

        var answer = company.post("/api/numbers/" + main.get("id").asString() + "/check", Map.of());

        assertThat(answer.status()).isEqualTo(202);
        await().until(() -> IncomingPhoneNumber.fetcher(carrierId)
                .fetch(console)
                .getVoiceUrl()
                .toString()
                .startsWith(company.base()));
        await().until(() ->
                listed(Outside.MAIN_NUMBER).at("/provisioning/state").asString().equals("ready"));
        assertThat(company.post("/api/numbers/00000000-0000-0000-0000-000000000000/check", Map.of())
                        .code())
                .isEqualTo("number_not_found");
    }

    @Test
    void how_the_receptionist_listens_is_chosen_for_each_number() {
        String receptionist =
                "/api/numbers/" + listed(Outside.MAIN_NUMBER).get("id").asString() + "/receptionist";

        assertThat(company.put(receptionist, Map.of("listening", "stream"))
                        .body()
                        .get("listening")
                        .asString())
                .isEqualTo("stream");
        assertThat(listed(Outside.MAIN_NUMBER).get("listening").asString()).isEqualTo("stream");
        assertThat(listed(company.extension("101").get("number").asString())
                        .get("listening")
                        .asString())
                .isEqualTo("turns");
        var wrong = company.put(receptionist, Map.of("listening", "telepathy"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.field()).isEqualTo("listening");
        assertThat(company.put(receptionist, Map.of("listening", "turns")).status())
                .isEqualTo(200);
        assertThat(company.put(
                                "/api/numbers/00000000-0000-0000-0000-000000000000/receptionist",
                                Map.of("listening", "turns"))
                        .code())
                .isEqualTo("number_not_found");
    }

    @Test
    void a_number_that_we_never_had_is_not_found() {
        var refused = company.post(
                "/api/numbers/00000000-0000-0000-0000-000000000000/release", Map.of("number", Outside.MAIN_NUMBER));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("number_not_found");
    }

    /** The number that stays when its extension goes. */
    private String keptNumber(String ext) {
        var made = company.post(
                        "/api/extensions",
                        Map.of("ext", ext, "name", "Noor Haddad", "department", "", "email", "", "areaCode", "650"))
                .body();
        assertThat(company.delete("/api/extensions/" + made.get("id").asString())
                        .body()
                        .at("/number/fate")
                        .asString())
                .isEqualTo("kept");
        return made.get("number").asString();
    }

    private Company.Reply release(JsonNode item, String typed) {
        return company.post("/api/numbers/" + item.get("id").asString() + "/release", Map.of("number", typed));
    }

    private JsonNode listed(String number) {
        return numbers().filter(item -> is(item, number)).findFirst().orElseThrow();
    }

    private Stream<JsonNode> numbers() {
        return company.get("/api/numbers").body().get("items").valueStream();
    }

    private static boolean is(JsonNode item, String number) {
        return item.get("number").asString("").equals(number);
    }

    private static boolean carrierHas(String number) {
        return TwoPrograms.shared().carrier().state().number(number).isPresent();
    }
}

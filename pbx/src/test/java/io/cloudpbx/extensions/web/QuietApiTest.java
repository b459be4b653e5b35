package io.cloudpbx.extensions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.extensions.ExtensionDetails;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.extensions.Successor;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WebTest
class QuietApiTest {
    private static final String FOR_GOOD = "{\"until\":null}";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Extensions extensions;

    private ApiPerson luis;
    private UUID own;
    private UUID danas;

    @BeforeEach
    void two_people_are_there() {
        luis = ApiPerson.of(Role.AGENT, port, beans);
        String email = luis.get("/api/session").body().at("/user/email").asString();
        own = extensions.add(details("183", "Luis Ortega", email.toUpperCase(Locale.ROOT)), null);
        danas = extensions.add(details("184", "Dana Whitfield", "dana@example.com"), null);
    }

    @AfterEach
    void they_leave_again() {
        extensions.deactivate(own, false, new Successor.Nobody());
        extensions.deactivate(danas, false, new Successor.Nobody());
    }

    private static ExtensionDetails details(String ext, String name, String email) {
        return new ExtensionDetails(ext, name, "", email, List.of(), new PhoneNumber("+14155550174"));
    }

    private static String path(UUID extension) {
        return "/api/extensions/" + extension + "/do-not-disturb";
    }

    private static String until(Instant end) {
        return "{\"until\":\"%s\"}".formatted(end);
    }

    private JsonNode wish(UUID extension) {
        return luis.get("/api/extensions/" + extension).body().get("doNotDisturb");
    }

    private String seat() {
        return luis.get("/api/wallboard")
                .body()
                .get("people")
                .valueStream()
                .filter(seat -> seat.at("/person/id").asString().equals(own.toString()))
                .map(seat -> seat.get("state").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_wants_to_be_left_alone_for_an_hour_is_and_is_free_again_after_it() {
        assertThat(seat()).isEqualTo("free");
        Instant end = clock.instant().plus(Duration.ofHours(1));

        var on = luis.put(path(own), until(end));

        assertThat(on.status()).as(on.text()).isEqualTo(200);
        assertThat(Instant.parse(on.body().at("/doNotDisturb/until").asString()))
                .isBetween(end.minusMillis(1), end.plusMillis(1));
        assertThat(seat()).isEqualTo("do_not_disturb");
        clock.advance(Duration.ofHours(1));
        assertThat(wish(own).isNull()).isTrue();
        assertThat(seat()).isEqualTo("free");
    }

    @Test
    void without_an_end_it_lasts_until_it_is_turned_off_however_often_it_is_asked_for() {
        assertThat(luis.put(path(own), FOR_GOOD).status()).isEqualTo(200);
        assertThat(luis.put(path(own), FOR_GOOD).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(20));
        assertThat(wish(own).get("until").isNull()).isTrue();
        assertThat(seat()).isEqualTo("do_not_disturb");

        assertThat(luis.delete(path(own)).body().get("doNotDisturb").isNull()).isTrue();
        assertThat(luis.delete(path(own)).status()).isEqualTo(200);
        assertThat(seat()).isEqualTo("free");
    }

    @Test
    void whoever_edits_the_extension_meanwhile_is_in_nobodys_way() {
        long seen = luis.get("/api/extensions/" + own).body().get("version").asLong();
        luis.put(path(own), FOR_GOOD);

        extensions.change(own, details("183", "Luis Ortega Vega", ""), seen);

        assertThat(wish(own).isNull()).isFalse();
    }

    @Test
    void somebody_elses_is_for_who_runs_the_company() {
        assertThat(luis.put(path(danas), FOR_GOOD).code()).isEqualTo("not_your_extension");
        assertThat(luis.delete(path(danas)).code()).isEqualTo("not_your_extension");
        assertThat(wish(danas).isNull()).isTrue();

        var admin = ApiPerson.of(Role.ADMIN, port, beans);
        assertThat(admin.put(path(danas), FOR_GOOD).status()).isEqualTo(200);
        assertThat(wish(danas).isNull()).isFalse();
    }

    @Test
    void an_end_that_is_over_and_an_extension_that_is_not_there_are_refused() {
        var over = luis.put(path(own), until(clock.instant().minusSeconds(1)));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.body().at("/errors/0/field").asString()).isEqualTo("until");
        assertThat(over.body().at("/errors/0/code").asString()).isEqualTo("in_the_past");
        assertThat(luis.put(path(own), "{\"until\":\"soon\"}").status()).isBetween(400, 422);
        assertThat(luis.put(path(UUID.randomUUID()), FOR_GOOD).code()).isEqualTo("extension_not_found");
        assertThat(wish(own).isNull()).isTrue();
    }
}

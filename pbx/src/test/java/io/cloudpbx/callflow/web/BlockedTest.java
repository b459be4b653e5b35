package io.cloudpbx.callflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Numbers are blocked by what calls show. */
@WebTest
class BlockedTest {
    private static final String BLOCKED = "/api/callflow/blocked/";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    private ApiPerson admin;

    @BeforeEach
    void somebody_runs_the_company() {
        admin = ApiPerson.of(Role.ADMIN, port, beans);
    }

    @Test
    void a_number_is_blocked_as_it_was_shown_though_nobody_can_have_it() {
        assertThat(admin.put(BLOCKED + "%2B11115550149", "").status()).isEqualTo(204);
        assertThat(admin.get("/api/callflow/blocked").each("/number")).contains("+11115550149");

        assertThat(admin.delete(BLOCKED + "%2B11115550149").status()).isEqualTo(204);
        assertThat(admin.get("/api/callflow/blocked").each("/number")).doesNotContain("+11115550149");
    }

    @Test
    void a_number_is_blocked_as_a_person_writes_it_and_what_is_none_is_not() {
        assertThat(admin.put(BLOCKED + "(212)%20555-0149", "").status()).isEqualTo(204);
        assertThat(admin.delete(BLOCKED + "%2B12125550149").status()).isEqualTo(204);

        assertThat(admin.put(BLOCKED + "anonymous", "").code()).isEqualTo("invalid_fields");
        assertThat(admin.put(BLOCKED + "%2B266696687", "").code()).isEqualTo("invalid_fields");
    }
}

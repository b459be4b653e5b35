package io.cloudpbx.access.flow;

import static io.cloudpbx.access.Role.ADMIN;
import static io.cloudpbx.access.Role.AGENT;
import static io.cloudpbx.access.Role.OWNER;
import static io.cloudpbx.access.Role.READ_ONLY;
import static io.cloudpbx.access.flow.Authority.Verdict.ALLOWED;
import static io.cloudpbx.access.flow.Authority.Verdict.BEYOND_OWN_ROLE;
import static io.cloudpbx.access.flow.Authority.Verdict.LAST_OWNER;
import static io.cloudpbx.access.flow.Authority.Verdict.ONESELF;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorityTest {
    @Test
    void an_admin_gives_every_role_but_the_owners() {
        var admin = new Authority(ADMIN, 1);
        assertThat(admin.give(ADMIN)).isEqualTo(ALLOWED);
        assertThat(admin.give(READ_ONLY)).isEqualTo(ALLOWED);
        assertThat(admin.give(OWNER)).isEqualTo(BEYOND_OWN_ROLE);
        assertThat(admin.change(AGENT, OWNER)).isEqualTo(BEYOND_OWN_ROLE);
        assertThat(admin.change(AGENT, ADMIN)).isEqualTo(ALLOWED);
    }

    @Test
    void an_admin_touches_no_owner_however_many_there_are() {
        var admin = new Authority(ADMIN, 3);
        assertThat(admin.touch(OWNER)).isEqualTo(BEYOND_OWN_ROLE);
        assertThat(admin.change(OWNER, AGENT)).isEqualTo(BEYOND_OWN_ROLE);
        assertThat(admin.deactivate(OWNER, false)).isEqualTo(BEYOND_OWN_ROLE);
    }

    @Test
    void the_last_owner_is_neither_demoted_nor_deactivated() {
        var owner = new Authority(OWNER, 1);
        assertThat(owner.change(OWNER, ADMIN)).isEqualTo(LAST_OWNER);
        assertThat(owner.deactivate(OWNER, true)).isEqualTo(LAST_OWNER);
        assertThat(owner.change(OWNER, OWNER)).isEqualTo(ALLOWED);
    }

    @Test
    void of_two_owners_one_may_go() {
        var owner = new Authority(OWNER, 2);
        assertThat(owner.change(OWNER, AGENT)).isEqualTo(ALLOWED);
        assertThat(owner.deactivate(OWNER, false)).isEqualTo(ALLOWED);
    }

    @Test
    void nobody_deactivates_themselves() {
        assertThat(new Authority(OWNER, 2).deactivate(OWNER, true)).isEqualTo(ONESELF);
        assertThat(new Authority(ADMIN, 1).deactivate(ADMIN, true)).isEqualTo(ONESELF);
    }
}

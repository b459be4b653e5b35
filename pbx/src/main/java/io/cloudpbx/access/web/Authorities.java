package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a role stands for in Spring Security's terms: itself and every lesser one. */
final class Authorities {
    private Authorities() {}

    static List<GrantedAuthority> of(Role role) {
        return Arrays.stream(Role.values())
                .filter(role::covers)
                .<GrantedAuthority>map(covered -> new SimpleGrantedAuthority("ROLE_" + covered))
                .toList();
    }
}

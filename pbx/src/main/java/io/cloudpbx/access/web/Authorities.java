package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do, in Spring Security's terms: their role and every lesser one, and what they came by. */
final class Authorities {
    /** A person at a browser, and no program that acts for them. */
    static final String BY_SESSION = "BY_SESSION";

    private static final GrantedAuthority SESSION = new SimpleGrantedAuthority(BY_SESSION);

    private Authorities() {}

    static List<GrantedAuthority> byToken(Role role) {
        return roles(role).toList();
    }

    static List<GrantedAuthority> bySession(Role role) {
        return Stream.concat(Stream.of(SESSION), roles(role)).toList();
    }

    /** Somebody who must add a second factor first: no role at all until then. */
    static List<GrantedAuthority> ofSomebodyIncomplete() {
        return List.of(SESSION);
    }

    static boolean isBySession(Authentication authentication) {
        return authentication.getAuthorities().contains(SESSION);
    }

    private static Stream<GrantedAuthority> roles(Role role) {
        return Arrays.stream(Role.values())
                .filter(role::covers)
                .map(covered -> new SimpleGrantedAuthority("ROLE_" + covered));
    }
}

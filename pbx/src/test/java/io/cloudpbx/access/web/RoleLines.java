package io.cloudpbx.access.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code roles.txt} for tests elsewhere. */
public final class RoleLines {
    private RoleLines() {}

    /** The least role by address, with {@code by session} behind it when API tokens are refused. */
    public static Map<String, String> byAddress() {
        return RolesTable.lines().stream()
                .collect(Collectors.toMap(
                        RolesTable.Line::address, line -> line.least() + (line.bySession() ? " by session" : "")));
    }

    /** Every method and path that some controller answers. */
    public static Set<String> ofProgram(RequestMappingHandlerMapping mappings) {
        return RolesTable.addresses(mappings);
    }
}

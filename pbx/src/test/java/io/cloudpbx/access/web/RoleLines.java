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

    /** Where a person is asked for a proof of the last minutes. */
    public static Set<String> fresh() {
        return RolesTable.lines().stream()
                .filter(RolesTable.Line::fresh)
                .map(RolesTable.Line::address)
                .collect(Collectors.toSet());
    }

    /** Every method and path that some controller answers. */
    public static Set<String> ofProgram(RequestMappingHandlerMapping mappings) {
        return RolesTable.addresses(mappings);
    }
}

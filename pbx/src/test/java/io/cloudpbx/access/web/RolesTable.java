package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code roles.txt}, and the addresses that the running program has. */
final class RolesTable {
    /** What needs no role: {@code anybody} and the carrier's. */
    private static final Set<String> NO_ROLE = Set.of("anybody", "carrier");

    private RolesTable() {}

    /**
     * One route.
     *
     * @param address such as {@code GET /api/calls/{id}}
     * @param least the least role that may, or what needs none
     * @param bySession whether API tokens are refused
     * @param fresh whether a person is asked for a proof of the last minutes
     */
    record Line(String address, String least, boolean bySession, boolean fresh) {
        boolean needsRole() {
            return !NO_ROLE.contains(least);
        }

        boolean allows(Role role, boolean session) {
            return role.covers(Role.valueOf(least.toUpperCase(Locale.ROOT).replace('-', '_')))
                    && (session || !bySession);
        }

        String method() {
            return address.substring(0, address.indexOf(' '));
        }

        /** With something in place of what varies. */
        String path() {
            return address.substring(address.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "7");
        }
    }

    static List<Line> lines() {
        try (InputStream table = RolesTable.class.getResourceAsStream("roles.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RolesTable::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Set<String> of(String least) {
        return lines().stream()
                .filter(line -> line.least().equals(least))
                .map(Line::address)
                .collect(Collectors.toSet());
    }

    /** Every method and path that some controller answers. */
    static Set<String> addresses(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(RolesTable::addresses)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> addresses(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Stream<RequestMethod> asked = methods.isEmpty()
                ? Stream.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE)
                : methods.stream();
        return asked.flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static Line line(String text) {
        String[] words = text.strip().split("\\s+", 4);
        String more = words.length == 4 ? words[3] : "";
        return new Line(words[0] + " " + words[1], words[2], more.startsWith("by session"), more.endsWith("fresh"));
    }
}

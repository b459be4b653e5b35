package io.cloudpbx.knowledge.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of the web and of mail, however they are spelled. */
final class Links {
    private static final String NAME = "(?:[\\p{L}\\d][\\p{L}\\d-]+\\.)+\\p{L}{2,}";
    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z][a-z0-9+.-]*://\\S+|\\b(?:hxxps?|tel|sms|mailto|javascript|data|intent|whatsapp|facetime):\\S+"
                    + "|\\S+@\\S+|www\\.\\S+|" + NAME + "(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLED_DOT = Pattern.compile(
            "\\s*[\\[({]\\s*(?:\\.|dot|punto)\\s*[])}]\\s*|\\s+(?:dot|punto)\\s+(?=\\p{L}{2,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLED_AT =
            Pattern.compile("\\s*[\\[({]\\s*(?:@|at|arroba)\\s*[])}]\\s*|\\s+arroba\\s+", Pattern.CASE_INSENSITIVE);

    private Links() {}

    static boolean strange(String text, Ground ground) {
        Set<String> allowed = found(ground.known())
                .flatMap(address -> Stream.of(address, host(address)))
                .collect(Collectors.toSet());
        return found(text).anyMatch(address -> !allowed.contains(address));
    }

    private static Stream<String> found(String text) {
        String dotted =
                SPELLED_AT.matcher(SPELLED_DOT.matcher(text).replaceAll(".")).replaceAll("@");
        return ADDRESS.matcher(dotted)
                .results()
                .map(MatchResult::group)
                .map(address -> address.toLowerCase(Locale.ROOT).replaceAll("[).,;:!?\"']+$", ""));
    }

    private static String host(String address) {
        return address.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
    }
}

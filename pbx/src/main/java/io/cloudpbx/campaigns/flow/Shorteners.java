package io.cloudpbx.campaigns.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Services that shorten any address for anybody. Carriers drop texts with their links, as nobody sees where they lead (C26).
 *
 * @param hosts in lower case
 */
public record Shorteners(Set<String> hosts) {
    /** With what stands before it, so that neither an address of mail nor a part of a path is taken for one. */
    private static final Pattern LINK = Pattern.compile(
            "(?<![\\p{L}\\p{N}@._/-])(?:https?://)?([a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+){1,9}+)(?![\\p{L}\\p{N}@_-])",
            Pattern.CASE_INSENSITIVE);

    public Shorteners {
        hosts = Set.copyOf(hosts);
    }

    /** The first of them that a text has a link of. */
    public Optional<String> in(String text) {
        return LINK.matcher(text).results().flatMap(link -> host(link).stream()).findFirst();
    }

    /** What is said beside the message. @param host of the link */
    public static String problem(String host) {
        return "has a link of " + host
                + ": carriers drop texts with links of public shorteners, so write the whole address";
    }

    /** As it is listed: what stands before it is theirs too. */
    private Optional<String> host(MatchResult link) {
        String host = link.group(1).toLowerCase(Locale.ROOT);
        return hosts.stream()
                .filter(listed -> host.equals(listed) || host.endsWith("." + listed))
                .findFirst();
    }
}

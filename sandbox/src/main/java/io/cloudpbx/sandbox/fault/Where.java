package io.cloudpbx.sandbox.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule is about: those to which everything that is said here applies.
 *
 * @param route a path or URL, in which {@code *} stands for any characters; a path of another of Twilio's hosts may
 *     begin with the host or not, whichever way it is asked
 * @param callback a kind of callback, such as {@code message.status}
 */
public record Where(
        @Nullable Part part,
        @Nullable String method,
        @Nullable String route,
        @Nullable String number,
        @Nullable String account,
        @Nullable String callback) {

    boolean isHere(Site site) {
        return part(site.part())
                && (method == null || method.equalsIgnoreCase(site.method()))
                && (route == null || forms(site.address()).stream().anyMatch(form -> matches(route, form)))
                && (number == null || site.numbers().contains(number))
                && (account == null || account.equals(site.account()))
                && (callback == null || callback.equals(site.callback()));
    }

    /** A receipt is a webhook, too. */
    private boolean part(Part other) {
        return part == other || (part == Part.WEBHOOK && other == Part.RECEIPT);
    }

    /** A client names a host of Twilio's in the path, or in a header and the path is bare (E10). */
    private static List<String> forms(String address) {
        for (String root : List.of("/messaging/v1/", "/lookups/v2/")) {
            String bare = root.substring(root.indexOf('/', 1));
            if (address.startsWith(root)) {
                return List.of(address, bare + address.substring(root.length()));
            }
            if (address.startsWith(bare)) {
                return List.of(address, root + address.substring(bare.length()));
            }
        }
        return List.of(address);
    }

    /** Piece by piece, without going back: no route takes longer than its length. */
    private static boolean matches(String route, String address) {
        String[] pieces = route.split("\\*", -1);
        if (pieces.length == 1) {
            return route.equals(address);
        }
        String last = pieces[pieces.length - 1];
        int at = pieces[0].length();
        if (!address.startsWith(pieces[0]) || !address.endsWith(last)) {
            return false;
        }
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = address.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return at <= address.length() - last.length();
    }
}

package io.cloudpbx.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule is about: those to which everything that is said here applies.
 *
 * @param route a path or URL, in which {@code *} stands for any characters
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
                && (route == null || matches(route, site.address()))
                && (number == null || site.numbers().contains(number))
                && (account == null || account.equals(site.account()))
                && (callback == null || callback.equals(site.callback()));
    }

    /** A receipt is a webhook, too. */
    private boolean part(Part other) {
        return part == other || (part == Part.WEBHOOK && other == Part.RECEIPT);
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

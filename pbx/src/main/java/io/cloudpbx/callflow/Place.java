package io.cloudpbx.callflow;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of places that are there without being drawn: every extension, every mailbox, the operator and, for whom one of us sends on, every
 * number outside.
 */
public final class Place {
    /** The way out for whoever asks for a person. */
    public static final String OPERATOR = "operator";

    /** The mailbox of the business. */
    public static final String GENERAL_MAILBOX = "mailbox-general";

    private static final Pattern EXT = Pattern.compile("\\d{3}");
    private static final Pattern TRANSFERRED =
            Pattern.compile(Node.Extension.IMPLIED + "(?<ext>\\d{3})" + Node.Extension.BACK + "(?<back>\\d{3})");
    private static final Pattern DRAWN = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Place() {}

    /** Whether a node may be drawn under this key. */
    public static boolean isFree(String key) {
        return DRAWN.matcher(key).matches()
                && !key.equals(OPERATOR)
                && implied(key).isEmpty();
    }

    static Optional<Node> implied(String key) {
        if (key.equals(GENERAL_MAILBOX)) {
            return Optional.of(new Node.Mailbox(null));
        }
        var transferred = TRANSFERRED.matcher(key);
        if (transferred.matches()) {
            return Optional.of(
                    new Node.Extension(transferred.group("ext"), Node.Extension.keyOf(transferred.group("back"))));
        }
        return ext(key, Node.Extension.IMPLIED)
                .<Node>map(ext -> new Node.Extension(ext, null))
                .or(() -> ext(key, Node.Mailbox.IMPLIED).map(Node.Mailbox::new))
                .or(() -> Node.Outside.implied(key));
    }

    private static Optional<String> ext(String key, String prefix) {
        return Optional.of(key)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(text -> EXT.matcher(text).matches());
    }
}

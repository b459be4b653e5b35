package io.cloudpbx.callflow;

import io.cloudpbx.telephony.PhoneNumber;
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
    private static final Pattern OUTSIDE =
            Pattern.compile(Node.Outside.IMPLIED + "(?<digits>\\d{7,15})(_(?<back>\\d{3}))?");
    private static final Pattern DRAWN = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Place() {}

    /** Whether a node may be drawn under this key. */
    public static boolean isFree(String key) {
        return DRAWN.matcher(key).matches()
                && !key.equals(OPERATOR)
                && implied(key).isEmpty();
    }

    /** Whether it is a number, to which somebody may send a caller but no plan. */
    public static boolean isNumber(String key) {
        return OUTSIDE.matcher(key).matches();
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
                .or(() -> outside(key));
    }

    private static Optional<Node> outside(String key) {
        var outside = OUTSIDE.matcher(key);
        if (!outside.matches()) {
            return Optional.empty();
        }
        String back = outside.group("back");
        String otherwise = back == null ? OPERATOR : Node.Extension.keyOf(back);
        return PhoneNumber.reported("+" + outside.group("digits"))
                .map(number -> new Node.Outside(number, Personal.USUAL_RINGING, otherwise));
    }

    private static Optional<String> ext(String key, String prefix) {
        return Optional.of(key)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(text -> EXT.matcher(text).matches());
    }
}

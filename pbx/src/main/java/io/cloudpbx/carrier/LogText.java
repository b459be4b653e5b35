package io.cloudpbx.carrier;

/** Outside text on its way into the log: one line, printable, short (T15). */
final class LogText {
    private static final int MOST = 120;

    private LogText() {}

    static String of(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= MOST ? printable : printable.substring(0, MOST) + "…";
    }
}

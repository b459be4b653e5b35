package io.cloudpbx.listing;

/** Keeps a spreadsheet from taking what somebody wrote for a formula (T8). */
public final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private FormulaGuard() {}

    /** The cell as it is written: an apostrophe tells every spreadsheet that text follows. */
    public static String guarded(String cell) {
        return isDangerous(cell) ? "'" + cell : cell;
    }

    /** Whether a spreadsheet would take it for a formula. */
    public static boolean isDangerous(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }
}

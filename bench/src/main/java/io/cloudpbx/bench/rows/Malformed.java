package io.cloudpbx.bench.rows;

/** Something that cannot be read as what it should be. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    /** @param code names the fault and stays the same, such as {@code body_missing} */
    public Malformed(String code, String sentence) {
        super(code + ": " + sentence);
    }

    /**
     * Holds somebody to a rule.
     *
     * @throws Malformed when the rule does not hold
     */
    public static void unless(boolean holds, String code, String sentence) throws Malformed {
        if (!holds) {
            throw new Malformed(code, sentence);
        }
    }
}

package io.cloudpbx.messaging.flow;

/**
 * One thing that was looked at before a text went out; all of them together are the evidence that is kept (C24).
 *
 * @param code names the reason there would be for refusing; it stays the same whether the check passed or not
 * @param sentence what was found, for people
 * @param rule where the rule is written, such as {@code C14}
 */
public record Check(String code, boolean passed, String sentence, String rule) {
    static Check passed(String code, String rule, String sentence) {
        return new Check(code, true, sentence, rule);
    }

    static Check failed(String code, String rule, String sentence) {
        return new Check(code, false, sentence, rule);
    }

    /** @param right what is said when it holds, {@code wrong} when it does not */
    static Check that(boolean holds, String code, String rule, String right, String wrong) {
        return new Check(code, holds, holds ? right : wrong, rule);
    }
}

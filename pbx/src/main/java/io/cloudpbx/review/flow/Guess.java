package io.cloudpbx.review.flow;

import java.util.stream.Stream;

/**
 * What questions to a model will be in tokens, before any is sent. Letters are counted, which is a guess: a token of English has
 * about four. The most is what no answer can exceed and no tokenizer is known to.
 */
public record Guess(int questions, long letters) {
    public static final Guess NOTHING = new Guess(0, 0);

    private static final int LETTERS = 4;
    private static final int FEWEST_LETTERS = 2;
    private static final int USUAL_ANSWER = 80;

    /** With room for models that think first; {@code Shape} gives it to them. */
    private static final int LONGEST_ANSWER = 300 + 2_048;

    /** With one more. */
    public Guess plus(Stream<String> question) {
        return new Guess(
                questions + 1, letters + question.mapToLong(String::length).sum());
    }

    public long tokensIn() {
        return letters / LETTERS;
    }

    public long tokensOut() {
        return (long) questions * USUAL_ANSWER;
    }

    public long mostTokensIn() {
        return letters / FEWEST_LETTERS;
    }

    public long mostTokensOut() {
        return (long) questions * LONGEST_ANSWER;
    }
}

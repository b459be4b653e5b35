package io.cloudpbx.knowledge;

/**
 * A question and its answer.
 *
 * @param language of both: two letters, such as {@code en} or {@code es}
 */
public record FaqText(String question, String answer, String language) {}

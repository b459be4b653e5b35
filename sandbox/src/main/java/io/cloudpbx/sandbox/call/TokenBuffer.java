package io.cloudpbx.sandbox.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts tokens together to sentences, so that what is spoken does not depend on how a model happens to cut its words. */
final class TokenBuffer {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"')\\]]*\\s+|[。！？]|\\n");

    private final StringBuilder tokens = new StringBuilder();

    /** What has become complete with this token. */
    List<String> add(String token) {
        tokens.append(token);
        List<String> sentences = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(tokens);
        int from = 0;
        while (end.find()) {
            keep(tokens.substring(from, end.end()), sentences);
            from = end.end();
        }
        tokens.delete(0, from);
        return sentences;
    }

    /** What is there, complete or not. */
    List<String> flush() {
        List<String> rest = new ArrayList<>();
        keep(tokens.toString(), rest);
        tokens.setLength(0);
        return rest;
    }

    boolean isEmpty() {
        return tokens.toString().isBlank();
    }

    private static void keep(String text, List<String> sentences) {
        String sentence = text.strip().replaceAll("\\s+", " ");
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }
}

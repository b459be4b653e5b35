package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.OptOutWords.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advanced Opt-Out of a messaging service: own words and own replies ({@code twilio.md} section 16). */
public record AdvancedOptOut(
        @Nullable List<String> stopWords,
        @Nullable List<String> startWords,
        @Nullable List<String> helpWords,
        @Nullable String stopReply,
        @Nullable String startReply,
        @Nullable String helpReply) {

    List<String> words(Wish wish) {
        List<String> words = switch (wish) {
            case STOP -> stopWords;
            case START -> startWords;
            case HELP -> helpWords;
        };
        return words == null ? List.of() : words;
    }

    @Nullable
    String reply(Wish wish) {
        return switch (wish) {
            case STOP -> stopReply;
            case START -> startReply;
            case HELP -> helpReply;
        };
    }
}

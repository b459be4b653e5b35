package io.cloudpbx.receptionist;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of asking a model.
 *
 * @param requestId by which the API's owner finds the question again; null when none came back
 * @param tool that it chose; null when it gave no answer, or only spoke
 * @param arguments of the tool, as the model wrote them: nobody has looked at them yet
 * @param promptVersion of what every model is told; null when it was not asked at all
 * @param briefingVersion of what the business asks beside it; null when it was not asked at all
 * @param fellBack why there is no answer of the model's, in a word such as {@code timeout}; null when there is one
 */
public record Consulted(
        @Nullable String requestId,
        @Nullable String tool,
        Map<String, Object> arguments,
        @Nullable String promptVersion,
        @Nullable Long briefingVersion,
        @Nullable String fellBack) {
    public Consulted {
        arguments = Map.copyOf(arguments);
    }

    /** It was not even asked. */
    public static Consulted notAsked(String why) {
        return new Consulted(null, null, Map.of(), null, null, why);
    }
}

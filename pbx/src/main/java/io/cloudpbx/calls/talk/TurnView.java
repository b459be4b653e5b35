package io.cloudpbx.calls.talk;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A turn of a conversation with the receptionist, as the API shows it.
 *
 * @param said what the receptionist said before
 * @param heard what the caller said then, without long numbers; null as long as they have said nothing
 * @param keys that they pressed instead
 * @param weighed null for keys and silence, about which no mind is asked
 * @param effect what the call did next, and {@code reason} why
 */
public record TurnView(
        int turn,
        String said,
        Instant saidAt,
        @Nullable String heard,
        String keys,
        @Nullable Double confidence,
        @Nullable Instant heardAt,
        @Nullable Weighed weighed,
        @Nullable String effect,
        @Nullable String reason) {

    /**
     * What a mind wanted, and how that came about.
     *
     * @param decision its kind and its parts
     * @param candidates who was thought of, best first
     * @param mind {@code claude}, {@code offline} or {@code rules}
     * @param promptVersion of what the model was told; null when it was not asked
     * @param dollars null when the price of the model is not known
     * @param waited whether the caller was asked for a moment of patience
     */
    public record Weighed(
            JsonNode decision,
            String language,
            JsonNode candidates,
            String mind,
            @Nullable String model,
            String why,
            @Nullable String promptVersion,
            long tokensIn,
            long tokensOut,
            long tokensCached,
            @Nullable BigDecimal dollars,
            long tookMillis,
            boolean waited) {}
}

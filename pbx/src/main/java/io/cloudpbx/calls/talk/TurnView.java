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
 * @param wordsDeletedAt when what both said was deleted; null while it is there
 * @param weighed null for keys and silence, about which no mind is asked
 * @param effect what the call did next, and {@code reason} why
 * @param listening how it was listened to: {@code turns} or {@code stream}
 */
public record TurnView(
        int turn,
        String said,
        Instant saidAt,
        @Nullable String heard,
        String keys,
        @Nullable Double confidence,
        @Nullable Instant heardAt,
        @Nullable Instant wordsDeletedAt,
        @Nullable Weighed weighed,
        @Nullable String effect,
        @Nullable String reason,
        String listening) {

    /**
     * What a mind wanted, and how that came about.
     *
     * @param decision its kind and its parts
     * @param candidates who was thought of, best first
     * @param mind {@code claude}, {@code offline} or {@code rules}
     * @param requestId by which the API's owner finds the question; null when no model was asked, or nothing came back
     * @param tool that the model chose, with its {@code arguments}, without long numbers
     * @param promptVersion of what the model was told; null when it was not asked
     * @param briefingVersion of what the business asked of it then, 0 for nothing; null when no model was asked
     * @param fellBack why there is no answer of a model's though one should have weighed it; null when that is not so
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
            @Nullable String requestId,
            @Nullable String tool,
            @Nullable JsonNode arguments,
            @Nullable String promptVersion,
            @Nullable Long briefingVersion,
            @Nullable String fellBack,
            long tokensIn,
            long tokensOut,
            long tokensCached,
            @Nullable BigDecimal dollars,
            long tookMillis,
            boolean waited) {}
}

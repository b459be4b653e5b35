package io.cloudpbx.answering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why the assistant did what it did.
 *
 * @param askedId the text that it read last
 * @param decision {@code reply}, {@code hand_to_person}, {@code opt_out} or {@code silence}
 * @param facts of the business's knowledge that it used, by their ids
 * @param mind {@code claude}, {@code offline} or {@code rules}
 * @param dollars null when the price of the model is not known
 */
public record AnswerView(
        UUID askedId,
        String decision,
        String words,
        List<String> facts,
        String mind,
        @Nullable String model,
        String why,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        @Nullable BigDecimal dollars,
        long tookMillis,
        Instant at) {}

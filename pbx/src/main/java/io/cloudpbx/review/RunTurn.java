package io.cloudpbx.review;

import io.cloudpbx.receptionist.Gist;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a run.
 *
 * @param n its place, from 1
 * @param testId null for a turn of a past call
 * @param then what was decided, or for a test what should be
 * @param state waiting, asking, done; lost when nobody knows whether a model was asked; gone when there are no words any more
 * @param now null until it is done
 */
public record RunTurn(
        int n,
        @Nullable UUID testId,
        UUID callId,
        int turn,
        Gist then,
        String state,
        @Nullable Now now) {

    /** What a mind decides now. @param same as then, or as it should be */
    public record Now(
            Gist gist,
            boolean same,
            String mind,
            @Nullable String model,
            String why,
            @Nullable String fellBack,
            @Nullable BigDecimal dollars,
            long tookMillis) {}
}

package io.cloudpbx.dialing.flow;

import io.cloudpbx.dialing.flow.Called.Stage;
import org.jspecify.annotations.Nullable;

/** What comes of it when whoever is called is to wait on hold, or to come back. */
public sealed interface Holding {
    /** They are led there. */
    record Lead(Stage stage) implements Holding {}

    /** It is so already. */
    record Nothing() implements Holding {}

    /** It cannot be. */
    enum Refused implements Holding {
        NOBODY_TALKS,
        NOT_ON_HOLD,
        /** They have hung up. */
        GONE
    }

    /**
     * @param talking whether they have answered
     * @param called null before anything was told of their phone
     */
    static Holding hold(boolean talking, @Nullable Called called) {
        if (called == null || !talking) {
            return Refused.NOBODY_TALKS;
        }
        if (called.gone()) {
            return Refused.GONE;
        }
        return called.waits() && called.isWanted(Stage.HELD) ? new Nothing() : new Lead(Stage.HELD);
    }

    static Holding resume(@Nullable Called called) {
        if (called == null || called.wanted() == null) {
            return Refused.NOT_ON_HOLD;
        }
        if (called.gone()) {
            return Refused.GONE;
        }
        return !called.waits() && called.isWanted(Stage.TOGETHER) ? new Nothing() : new Lead(Stage.TOGETHER);
    }
}

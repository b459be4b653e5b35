package io.cloudpbx.calls.flow;

import io.cloudpbx.calls.flow.Handling.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of it when whoever has a caller wants something done. */
public sealed interface Move {
    /** What may be wanted. */
    enum Act {
        HOLD,
        RESUME,
        /** Let the caller wait, and call a colleague. */
        ASK,
        /** Leave the caller to the colleague. */
        PASS_ON,
        /** Talk with both. */
        JOIN,
        /** Leave the caller to whoever picks them up. */
        PARK
    }

    /** Who can be led elsewhere. */
    enum Whom {
        CALLER,
        /** The phone of whoever has the caller. */
        HOLDER,
        COLLEAGUE
    }

    /**
     * How it stands.
     *
     * @param talking whether somebody talks with the caller
     * @param waiting whether the caller waits for somebody who has them
     * @param stage null while the two are joined by the document that rang
     * @param apart whether the carrier has parted the two since
     * @param colleague whether a colleague who was asked is there
     * @param byHolder whether the document that joined the two is that of whoever has the caller, as they called them
     */
    record Standing(
            boolean talking,
            boolean waiting,
            @Nullable Stage stage,
            boolean apart,
            boolean colleague,
            boolean byHolder) {
        /** Whoever is led away, so that the two are parted: never the one by whose document they are joined, who would take the other along. */
        private Whom parted() {
            return byHolder ? Whom.CALLER : Whom.HOLDER;
        }

        private boolean withColleague() {
            return stage == Stage.ASIDE || stage == Stage.ALL;
        }
    }

    /** It comes to that, and these are led there, one after the other. */
    record To(Stage stage, List<Whom> led) implements Move {
        public To {
            led = List.copyOf(led);
        }

        private static To of(Stage stage, Whom... led) {
            return new To(stage, List.of(led));
        }
    }

    /** It is so already. */
    record Nothing() implements Move {}

    /** It cannot be. */
    enum Refused implements Move {
        NOBODY_TALKS,
        NOT_ON_HOLD,
        NOBODY_HAS_THEM,
        /** A colleague is with whoever has the caller, or with both. */
        WITH_COLLEAGUE,
        PARKED,
        ASKED_ALREADY,
        COLLEAGUE_NOT_THERE
    }

    static Move of(Act act, Standing now) {
        return switch (act) {
            case HOLD -> hold(now);
            case RESUME -> resume(now);
            case ASK -> ask(now);
            case PASS_ON -> withBoth(now, Stage.TOGETHER);
            case JOIN -> withBoth(now, Stage.ALL);
            case PARK -> park(now);
        };
    }

    private static Move hold(Standing now) {
        if (now.waiting()) {
            return new Nothing();
        }
        if (!now.talking()) {
            return Refused.NOBODY_TALKS;
        }
        if (now.withColleague()) {
            return Refused.WITH_COLLEAGUE;
        }
        return To.of(Stage.HELD, now.apart() ? Whom.CALLER : now.parted());
    }

    private static Move resume(Standing now) {
        if (now.stage() == null || now.stage() == Stage.PARKED) {
            return Refused.NOT_ON_HOLD;
        }
        if (!now.waiting()) {
            return new Nothing();
        }
        return switch (now.stage()) {
            // Whoever has the caller is led first: away from the colleague, or because they may have hung up.
            case HELD, ASIDE, TOGETHER -> To.of(Stage.TOGETHER, Whom.HOLDER, Whom.CALLER);
            case PARKED -> new Nothing();
            case ALL -> To.of(Stage.ALL, Whom.COLLEAGUE, Whom.HOLDER, Whom.CALLER);
        };
    }

    /** The caller is led first where the two are in a conference, which is over with whoever has the caller. */
    private static Move ask(Standing now) {
        if (!now.talking() && !now.waiting()) {
            return Refused.NOBODY_HAS_THEM;
        }
        if (now.withColleague()) {
            return Refused.ASKED_ALREADY;
        }
        if (now.stage() == Stage.PARKED) {
            return Refused.PARKED;
        }
        if (!now.apart()) {
            return To.of(Stage.ASIDE, now.parted());
        }
        return now.talking() ? To.of(Stage.ASIDE, Whom.CALLER, Whom.HOLDER) : To.of(Stage.ASIDE, Whom.HOLDER);
    }

    private static Move park(Standing now) {
        if (now.stage() == Stage.PARKED) {
            return new Nothing();
        }
        if (!now.talking() && !now.waiting()) {
            return Refused.NOBODY_HAS_THEM;
        }
        if (now.withColleague()) {
            return Refused.WITH_COLLEAGUE;
        }
        return now.apart() ? To.of(Stage.PARKED, Whom.CALLER, Whom.HOLDER) : To.of(Stage.PARKED, now.parted());
    }

    /** Whoever has the caller is not led: what called the colleague is over for them, and they ask what comes next. */
    private static Move withBoth(Standing now, Stage stage) {
        return now.stage() == Stage.ASIDE && now.colleague()
                ? To.of(stage, Whom.COLLEAGUE, Whom.CALLER)
                : Refused.COLLEAGUE_NOT_THERE;
    }
}

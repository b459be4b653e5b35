package io.cloudpbx.receptionist;

import io.cloudpbx.receptionist.offline.Learnable;
import java.util.Optional;

/** What a caller called somebody, as far as others who say it may be taken to mean the same person. */
public final class LearnedNames {
    private LearnedNames() {}

    /**
     * @param said what was heard, in the circumstances of today
     * @param person whom they turned out to mean, by id
     * @return the name alone, folded as names are compared; empty when nothing may be learned from it
     */
    public static Optional<String> in(CallerTurn said, String person) {
        return new Learnable(said, person).name();
    }

    /** The name alone that was said, whether or not it may be learned: for finding one that was. */
    public static Optional<String> said(CallerTurn said) {
        return Learnable.said(said);
    }
}

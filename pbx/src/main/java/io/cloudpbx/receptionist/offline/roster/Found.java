package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.receptionist.Directory.Person;

/**
 * Somebody who may have been meant.
 *
 * @param score from 0 to 1
 * @param from first of the words that named them, {@code to} the one behind the last
 * @param isCertain whether it may be acted on without asking, if nobody else is as near
 */
public record Found(Person person, Form form, double score, int from, int to, boolean isCertain) {
    public boolean isFull() {
        return form.isFull();
    }

    public boolean isTitle() {
        return form.kind() == Form.Kind.TITLE;
    }

    /** Whether by what other callers said who meant them. */
    public boolean isLearned() {
        return form.kind() == Form.Kind.LEARNED;
    }

    Found scored(double other, boolean certain) {
        return new Found(person, form, other, from, to, certain);
    }

    /** Whether nobody could tell by ear which of two was named. */
    public boolean soundsLike(Found other) {
        return form.soundsLike(other.form);
    }
}

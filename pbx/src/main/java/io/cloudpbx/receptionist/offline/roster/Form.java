package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.offline.sound.Sounded;
import java.util.List;

/**
 * One way in which somebody may be called.
 *
 * @param words how many words it is made of
 * @param written as it is spelled
 * @param heard how it may be written by somebody who only hears it, the spelling left out
 * @param trust how far the readings go
 */
record Form(Person person, Kind kind, int words, Sounded written, List<Sounded> heard, Trust trust) {
    enum Kind {
        FULL,
        FIRST,
        LAST,
        TITLE,
        /** How somebody of the business writes what is heard. */
        SOUNDS_LIKE,
        /** What callers said who meant them. */
        LEARNED
    }

    /** What is known about how a name is heard. */
    enum Trust {
        /** Known for this very name. */
        KNOWN,
        /** Guessed by the rules of a language. */
        GUESSED,
        /** Nothing but the spelling counts: titles, initials and what callers said. */
        LITERAL
    }

    Form {
        heard = List.copyOf(heard);
    }

    boolean isLiteral() {
        return trust == Trust.LITERAL;
    }

    boolean isFull() {
        return kind == Kind.FULL;
    }

    /** Whether it is written or sounds like another, whatever part of a name that is. */
    boolean couldBe(Form other) {
        return written.letters().equals(other.written.letters())
                || !other.isLiteral()
                        && (written.isHomophoneOf(other.written)
                                || other.heard.stream().anyMatch(written::isHomophoneOf));
    }

    /** Whether nobody could tell by ear which of two was said. */
    boolean soundsLike(Form other) {
        return kind == other.kind
                && (written.isHomophoneOf(other.written)
                        || heard.stream().anyMatch(reading -> reading.isHomophoneOf(other.written))
                        || other.heard.stream().anyMatch(reading -> reading.isHomophoneOf(written)));
    }
}

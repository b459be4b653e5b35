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
        TITLE
    }

    /** What is known about how a name is heard. */
    enum Trust {
        /** Known for this very name. */
        KNOWN,
        /** Guessed by the rules of a language. */
        GUESSED,
        /** Nothing but the spelling counts: titles and initials. */
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

    /** Whether nobody could tell by ear which of two was said. */
    boolean soundsLike(Form other) {
        return kind == other.kind
                && (written.isHomophoneOf(other.written)
                        || heard.stream().anyMatch(reading -> reading.isHomophoneOf(other.written))
                        || other.heard.stream().anyMatch(reading -> reading.isHomophoneOf(written)));
    }
}

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
 * @param isKnownReading whether {@code heard} is known for this name, not guessed by rules
 */
record Form(Person person, Kind kind, int words, Sounded written, List<Sounded> heard, boolean isKnownReading) {
    enum Kind {
        FULL,
        FIRST,
        LAST,
        TITLE
    }

    Form {
        heard = List.copyOf(heard);
    }

    boolean isFull() {
        return kind == Kind.FULL;
    }
}

package io.cloudpbx.receptionist.claude;

import io.cloudpbx.knowledge.words.FactSheet;
import io.cloudpbx.knowledge.words.HoursInWords;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A turn with all that is told about it.
 *
 * @param inHand what is wanted without a model
 * @param situation the time, and whether the business is open
 */
record Scene(CallerTurn turn, Decided inHand, FactSheet facts, String situation, Language language) {
    static Scene of(CallerTurn turn, Decided inHand) {
        var local = turn.now().atZone(turn.zone());
        String opening = new HoursInWords(Language.ENGLISH)
                .now(turn.knowledge().openingAt(turn.now(), turn.zone()), turn.now(), turn.zone());
        String day =
                DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.US).format(local);
        return new Scene(
                turn,
                inHand,
                FactSheet.of(turn.knowledge(), local.toLocalDate()),
                ("It is " + day + " at the business. " + opening).strip(),
                Language.tagged(inHand.language()));
    }

    Directory directory() {
        return turn.directory();
    }

    /** In an order that stays. */
    List<String> ids() {
        return Stream.concat(
                        directory().departments().stream().map(Department::id),
                        directory().people().stream().map(Person::id))
                .sorted()
                .toList();
    }

    /** How it is spoken of; the id itself where it is nobody's. */
    String name(String id) {
        return directory()
                .person(id)
                .map(Person::fullName)
                .or(() -> directory().department(id).map(Department::name))
                .orElse(id);
    }
}

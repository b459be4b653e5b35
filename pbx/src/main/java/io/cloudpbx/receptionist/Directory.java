package io.cloudpbx.receptionist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a caller can be connected to. It has no phone numbers: a mind knows people by id.
 *
 * @param operator the id of who answers for all; null when nobody does
 */
public record Directory(@Nullable String operator, List<Department> departments, List<Person> people) {
    public Directory {
        departments = List.copyOf(departments);
        people = List.copyOf(people);
    }

    /**
     * A part of the business that callers ask for.
     *
     * @param description what it does, in the business's own words; may be empty
     */
    public record Department(String id, String name, String description) {}

    /**
     * A person or desk inside.
     *
     * @param goesBy what they are called instead of the first name; null when nothing else
     * @param title what they do; may be empty
     * @param department id of theirs; null when they belong to none
     * @param extension the digits that reach them
     * @param heardAs what else may be heard when they are meant
     */
    public record Person(
            String id,
            String firstName,
            String lastName,
            @Nullable String goesBy,
            String title,
            @Nullable String department,
            String extension,
            HeardAs heardAs) {
        Person withoutLearned() {
            var told = new HeardAs(heardAs.soundsLike(), List.of());
            return new Person(id, firstName, lastName, goesBy, title, department, extension, told);
        }

        /** As they are spoken of. */
        public String fullName() {
            return Stream.of(goesBy == null ? firstName : goesBy, lastName)
                    .filter(part -> !part.isBlank())
                    .reduce((first, last) -> first + " " + last)
                    .orElse("");
        }
    }

    /** The same, of whose people nothing was learned from callers. */
    public Directory withoutLearned() {
        return new Directory(
                operator,
                departments,
                people.stream().map(Person::withoutLearned).toList());
    }

    public Optional<Person> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public Optional<Department> department(String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /** Whether the id names somebody or something here. */
    public boolean knows(String id) {
        return id.equals(operator) || person(id).isPresent() || department(id).isPresent();
    }
}

package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Person;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory made ready for finding: all codes are made once. */
public final class Roster {
    private final Directory directory;
    private final People people;
    private final Departments departments;
    private final Set<String> nameWords;

    public Roster(Directory directory) {
        this.directory = directory;
        this.people = new People(directory);
        this.departments = new Departments(directory);
        this.nameWords = Stream.concat(
                        directory.people().stream()
                                .flatMap(person -> Stream.of(person.firstName(), person.lastName(), person.fullName())),
                        directory.departments().stream().map(Directory.Department::name))
                .flatMap(name -> Forms.words(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Directory directory() {
        return directory;
    }

    public People people() {
        return people;
    }

    public Departments departments() {
        return departments;
    }

    /** Words of which the names of people and departments are made. */
    public Set<String> nameWords() {
        return nameWords;
    }

    public Optional<Person> withExtension(String digits) {
        return directory.people().stream()
                .filter(person -> person.extension().equals(digits))
                .findFirst();
    }
}

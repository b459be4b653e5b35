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
    private final String business;
    private final People people;
    private final Departments departments;
    private final Set<String> nameWords;
    private final Set<String> descriptions;

    public Roster(Directory directory, String business) {
        this.business = business;
        this.directory = directory;
        this.people = new People(directory);
        this.departments = new Departments(directory, business);
        this.descriptions = departments.words().collect(Collectors.toUnmodifiableSet());
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

    /** The name of the business. */
    public String business() {
        return business;
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

    /** Whether a word, or its beginning, is one that businesses and their departments are spoken of in. */
    public boolean isTelling(String word) {
        String root = word.length() > 5 ? word.substring(0, word.length() - 2) : word;
        return Functions.WORDS.contains(word)
                || Functions.WORDS.contains(root)
                || descriptions.stream().anyMatch(other -> other.startsWith(root));
    }

    public Optional<Person> withExtension(String digits) {
        return directory.people().stream()
                .filter(person -> person.extension().equals(digits))
                .findFirst();
    }
}

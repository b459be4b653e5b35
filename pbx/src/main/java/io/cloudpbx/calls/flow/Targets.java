package io.cloudpbx.calls.flow;

import io.cloudpbx.calls.flow.Target.Group;
import io.cloudpbx.calls.flow.Target.One;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.HeardAs;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names everybody who can be reached by an id, and finds them by it again: what a mind wants is looked up anew when it is done,
 * among those who are there then.
 */
public final class Targets {
    private static final String PERSON = "person_";
    private static final String DEPARTMENT = "dept_";
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern AT_AN_END = Pattern.compile("^_|_$");

    private Targets() {}

    /** As minds see it. @param learned by extension, what callers were found to call them */
    public static Directory directory(CallSituation situation, Map<UUID, List<String>> learned) {
        var people = byExtension(situation);
        return new Directory(
                situation.operator().map(Targets::id).orElse(null),
                groups(people).stream()
                        .map(group -> new Department(group.id(), group.name(), ""))
                        .toList(),
                people.stream()
                        .map(callee -> person(callee, learned.getOrDefault(callee.id(), List.of())))
                        .toList());
    }

    /** What callers are likely to say: departments and people, each in a form that can stand in a list with commas. */
    public static List<String> names(CallSituation situation) {
        var people = byExtension(situation);
        return Stream.concat(
                        groups(people).stream().map(Group::name),
                        people.stream()
                                .flatMap(callee ->
                                        Stream.concat(Stream.of(callee.name()), callee.soundsLike().stream())))
                .map(name -> name.replace(',', ' ').strip())
                .distinct()
                .toList();
    }

    private static List<Callee> byExtension(CallSituation situation) {
        return situation.directory().values().stream()
                .sorted(Comparator.comparing(Callee::ext))
                .toList();
    }

    private static List<Group> groups(List<Callee> people) {
        Map<String, List<Callee>> members = people.stream()
                .filter(callee -> !callee.department().isBlank())
                .collect(Collectors.groupingBy(
                        callee -> DEPARTMENT + slug(callee.department()), TreeMap::new, Collectors.toList()));
        return members.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(), entry.getValue().getFirst().department().strip(), entry.getValue()))
                .toList();
    }

    private static Person person(Callee callee, List<String> learned) {
        String[] names = callee.name().strip().split("\\s+", 2);
        return new Person(
                id(callee),
                names[0],
                names.length > 1 ? names[1] : "",
                null,
                "",
                callee.department().isBlank() ? null : DEPARTMENT + slug(callee.department()),
                callee.ext(),
                new HeardAs(callee.soundsLike(), learned));
    }

    static String id(Callee callee) {
        return id(callee.id());
    }

    /** By which minds know an extension. It says nothing about where somebody is reached. */
    public static String id(UUID extension) {
        return PERSON + extension.toString().substring(0, 8);
    }

    /** Departments whose names differ in case, accents or punctuation alone are one. */
    private static String slug(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String slug = BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("_");
        return AT_AN_END.matcher(slug).replaceAll("");
    }

    static Optional<Target> find(CallSituation situation, String id) {
        Optional<Target> one = byExtension(situation).stream()
                .filter(callee -> id(callee).equals(id))
                .<Target>map(callee -> new One(id, callee))
                .findFirst();
        return one.or(() -> groups(byExtension(situation)).stream()
                .filter(group -> group.id().equals(id))
                .<Target>map(group -> group)
                .findFirst());
    }
}

package io.cloudpbx.bench.receptionist;

import static io.cloudpbx.bench.rows.Malformed.unless;

import io.cloudpbx.bench.rows.Malformed;
import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.FaqText;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.HeardAs;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code {company: {name, timezone, hours, address, parking, faq: [{id, q, a}]}, operator, departments: [{id, name,
 * description}], people: [{id, firstName, lastName, goesBy, title, department, extension}]}}. What is not said is not known; what
 * is said wrongly is refused by a name and a sentence.
 */
final class CompanyReader {
    private static final ZoneId OTHERWISE = ZoneId.of("America/New_York");

    private final Map<String, String> questions = new HashMap<>();

    private CompanyReader() {}

    static Company read(String text) throws Malformed {
        try {
            JsonNode file = JsonMapper.shared().readTree(text);
            unless(file != null && file.isObject(), "not_an_object", "a directory is a JSON object");
            return new CompanyReader().company(file);
        } catch (JacksonException broken) {
            throw new Malformed("not_json", broken.getOriginalMessage());
        }
    }

    private Company company(JsonNode file) throws Malformed {
        JsonNode company = file.path("company");
        List<Department> departments = new ArrayList<>();
        for (JsonNode one : list(file, "departments")) {
            String id = id(one, "departments[" + departments.size() + "]");
            departments.add(new Department(id, text(one, "name"), text(one, "description")));
        }
        List<Person> people = new ArrayList<>();
        for (JsonNode one : list(file, "people")) {
            people.add(person(one, "people[" + people.size() + "]"));
        }
        unless(!departments.isEmpty() || !people.isEmpty(), "directory_empty", "a directory has departments or people");
        String operator = text(file, "operator");
        return new Company(
                text(company, "name"),
                zone(text(company, "timezone")),
                new Directory(operator.isEmpty() ? null : operator, departments, people),
                knowledge(company),
                questions);
    }

    private static Person person(JsonNode one, String where) throws Malformed {
        return new Person(
                id(one, where),
                text(one, "firstName"),
                text(one, "lastName"),
                given(one, "goesBy"),
                text(one, "title"),
                given(one, "department"),
                text(one, "extension"),
                HeardAs.WRITTEN);
    }

    private KnowledgeSheet knowledge(JsonNode company) throws Malformed {
        List<FaqEntry> faq = new ArrayList<>();
        for (JsonNode one : list(company, "faq")) {
            faq.add(entry(id(one, "faq[" + faq.size() + "]"), text(one, "q"), text(one, "a")));
        }
        Optional<Week> week = HoursReader.week(company.path("hours"));
        JsonNode hours = company.path("hours");
        if (week.isEmpty() && !hours.isMissingNode() && !hours.isNull()) {
            // Hours in words of the business's own are told as they are.
            faq.add(entry(
                    "hours",
                    "What are your hours? When are you open?",
                    hours.isString() ? hours.asString() : hours.toString()));
        }
        BusinessFacts facts = new BusinessFacts(
                week.orElse(Week.UNKNOWN),
                List.of(),
                text(company, "address"),
                text(company, "parking"),
                null,
                "",
                "",
                1);
        return new KnowledgeSheet(facts, faq);
    }

    private FaqEntry entry(String id, String question, String answer) {
        UUID uuid = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        FaqEntry entry = new FaqEntry(
                uuid, new FaqText(question, answer, Language.of(question).code()), 1);
        questions.put("faq_" + uuid.toString().substring(0, 8), id);
        return entry;
    }

    private static ZoneId zone(String name) throws Malformed {
        try {
            return name.isEmpty() ? OTHERWISE : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Malformed("timezone_unknown", "there is no timezone " + name);
        }
    }

    private static JsonNode list(JsonNode file, String name) throws Malformed {
        JsonNode list = file.path(name);
        unless(list.isArray() || list.isMissingNode() || list.isNull(), name + "_not_list", name + " is a list");
        return list.isArray() ? list : JsonMapper.shared().createArrayNode();
    }

    private static String id(JsonNode one, String where) throws Malformed {
        String id = text(one, "id");
        unless(!id.isEmpty(), "id_missing", where + " needs an id, a text or a number");
        return id;
    }

    private static @Nullable String given(JsonNode one, String name) {
        String text = text(one, name);
        return text.isEmpty() ? null : text;
    }

    /** Empty when it is not given; a number is a text too. */
    private static String text(JsonNode one, String name) {
        JsonNode text = one.path(name);
        return text.isValueNode() && !text.isNull() ? text.asString().strip() : "";
    }
}

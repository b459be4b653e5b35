package io.cloudpbx.callflow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PlanReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every kind of place, and every field that one may have. */
    static final String EVERYTHING = """
            {"main": "doors", "operator": "front",
             "numbers": {"+14155550150": {"start": "sales", "language": "es"}},
             "nodes": {
               "doors": {"type": "hours", "hours": "office", "open": "hello", "closed": "night"},
               "hello": {"type": "announcement", "text": "Hello.", "then": "choices"},
               "choices": {"type": "menu", "greeting": "This is {business}.",
                           "greetingSound": "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
                           "choicesSound": "f9e8d7c6b5a493827160f5e4d3c2b1a0f9e8d7c6b5a493827160f5e4d3c2b1a0", "choices": "For sales, press 1.",
                           "keys": {"1": "sales", "2": "help", "3": "names", "9": "talk"}, "extensions": true, "seconds": 5,
                           "tries": 2, "otherwise": "operator"},
               "sales": {"type": "ring", "name": "Sales", "members": ["101", "102"], "strategy": "round_robin", "seconds": 15,
                         "otherwise": "box"},
               "help": {"type": "queue", "name": "Help", "members": ["103"], "strategy": "all", "seconds": 20,
                        "hold": "Please wait.", "longest": 300, "callback": true, "otherwise": "mailbox-general"},
               "names": {"type": "names", "tries": 2, "otherwise": "front"},
               "talk": {"type": "receptionist"},
               "front": {"type": "extension", "ext": "110", "otherwise": "night"},
               "box": {"type": "mailbox", "ext": "101"},
               "night": {"type": "outside", "number": "+14155550177", "seconds": 25, "otherwise": "bye"},
               "bye": {"type": "goodbye", "text": "Good night."}},
             "hours": {"office": {"zone": "America/New_York",
                                  "week": {"monday": [{"opens": "09:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}],
                                           "friday": [{"opens": "20:00", "closes": "02:00"}]},
                                  "dates": [{"date": "2026-12-25", "label": "Christmas", "hours": []}]}},
             "extensions": {"101": {"hours": "office", "closed": "bye", "doNotDisturb": false, "seconds": 15,
                                    "findMe": [{"number": "+14155550188", "seconds": 10}], "otherwise": "box"}},
             "callers": {"blocked": ["+14155550166"], "anonymous": "bye", "vips": {"+14155550122": "front"}}}""";

    private static Plan read(String json) {
        return PlanReader.read(JSON.readTree(json));
    }

    private static List<FieldProblem> problems(String json) {
        var problem = catchThrowableOfType(Problem.class, () -> read(json));
        assertThat(problem).as("a plan that is refused: %s", json).isNotNull();
        assertThat(problem.status()).isEqualTo(422);
        @SuppressWarnings("unchecked")
        var errors =
                (List<FieldProblem>) Objects.requireNonNull(problem.document().get("errors"));
        return errors;
    }

    @Test
    void what_is_written_is_read_again_and_nothing_is_lost() {
        Plan plan = read(EVERYTHING);

        assertThat(PlanReader.read(PlanWriter.write(plan))).isEqualTo(plan);
        assertThat(PlanWriter.write(plan)).isEqualTo(JSON.readTree(EVERYTHING));
        assertThat(plan.nodes()).hasSize(11);
        assertThat(plan.at("operator")).contains(new Node.Extension("110", "night"));
    }

    @Test
    void what_a_company_has_that_has_set_nothing_can_be_read() {
        assertThat(PlanReader.read(PlanWriter.write(Plan.DEFAULT))).isEqualTo(Plan.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"all, 2, 40", "in_order, 2, 120", "in_order, 10, 600", "all, 1, 20"})
    void a_queue_of_an_earlier_version_lets_callers_wait_for_as_long_as_its_rounds_took(
            String strategy, int rounds, int seconds) {
        String three = EVERYTHING
                .replace(
                        "[\"103\"], \"strategy\": \"all\"",
                        "[\"103\", \"104\", \"105\"], \"strategy\": \"" + strategy + "\"")
                .replace("\"longest\": 300", "\"rounds\": " + rounds);

        assertThat(read(three).nodes().get("help"))
                .isInstanceOfSatisfying(
                        Node.Queue.class, queue -> assertThat(queue.longest()).hasSeconds(seconds));
    }

    @Test
    void a_queue_that_says_neither_lets_callers_wait_for_ten_minutes() {
        assertThat(read(EVERYTHING.replace("\"longest\": 300, ", "")).nodes().get("help"))
                .isInstanceOfSatisfying(
                        Node.Queue.class, queue -> assertThat(queue.longest()).hasMinutes(10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "main": "doors"          | "main": "doors", "mian": "x"  | /mian                            | unknown_field
            "main": "doors",         | ''                            | /main                            | missing
            "main": "doors"          | "main": 7                     | /main                            | wrong_type
            "tries": 2, "otherwise": "operator" | "tries": 9, "otherwise": "operator" | /nodes/choices/tries | out_of_range
            "otherwise": "bye"}      | "otherwise": "bye", "x": 1}   | /nodes/night/x                   | unknown_field
            "type": "receptionist"   | "type": "robot"               | /nodes/talk/type                 | unknown_type
            ["101", "102"]           | []                            | /nodes/sales/members             | empty
            ["101", "102"]           | ["101", "101"]                | /nodes/sales/members             | twice
            ["101", "102"]           | ["101", "99"]                 | /nodes/sales/members/1           | invalid_extension
            "longest": 300           | "longest": 9                  | /nodes/help/longest              | out_of_range
            "longest": 300           | "longest": 3601               | /nodes/help/longest              | out_of_range
            "longest": 300           | "longest": 300, "rounds": 2   | /nodes/help/rounds               | unknown_field
            ["103"]                  | []                            | /nodes/help/members              | empty
            round_robin              | by_beauty                     | /nodes/sales/strategy            | unknown_value
            "greetingSound": "0a     | "greetingSound": "../0a       | /nodes/choices/greetingSound     | invalid_sound
            "choicesSound": "f       | "choicesSound": "F            | /nodes/choices/choicesSound      | invalid_sound
            "talk": {                | "ext-101": {                  | /nodes/ext-101                   | invalid_key
            "talk": {                | "Talk!": {                    | /nodes/Talk!                     | invalid_key
            "9": "talk"              | "#": "talk"                   | /nodes/choices/keys/#            | invalid_key
            "+14155550177"           | "4155550177"                  | /nodes/night/number              | invalid_number
            "language": "es"         | "language": "xx"              | /numbers/+14155550150/language   | unknown_language
            America/New_York         | America/Springfield           | /hours/office/zone               | unknown_time_zone
            America/New_York         | +05:00                        | /hours/office/zone               | unknown_time_zone
            "opens": "13:00"         | "opens": "11:30"              | /hours/office/week/monday        | overlapping_hours
            "opens": "13:00"         | "opens": "1 pm"               | /hours/office/week/monday/1/opens | invalid_time
            "opens": "13:00"         | "opens": ""                   | /hours/office/week/monday/1/opens | invalid_time
            "friday": [              | "saturday": [{"opens": "01:00", "closes": "05:00"}], "friday": [ | /hours/office/week/friday | overlapping_hours
            "friday"                 | "freitag"                     | /hours/office/week/freitag       | unknown_field
            2026-12-25               | 2026-02-30                    | /hours/office/dates/0/date       | invalid_date
            "101": {                 | "99": {                       | /extensions/99                   | invalid_extension
            "text": "Good night."    | "text": " "                   | /nodes/bye/text                  | silent
            ["+14155550166"]         | ["me"]                        | /callers/blocked/0               | invalid_number
            """)
    void what_is_wrong_is_named_with_its_place(String right, String wrong, String place, String code) {
        assertThat(EVERYTHING).contains(right);

        assertThat(problems(EVERYTHING.replaceFirst(Pattern.quote(right), wrong)))
                .anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo(place);
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.message()).matches("(must|is|has|leads|does) .{3,}");
                });
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        String wrong = EVERYTHING
                .replace("round_robin", "x")
                .replace("America/New_York", "x")
                .replace("\"es\"", "\"x\"");

        assertThat(problems(wrong))
                .extracting(FieldProblem::code)
                .containsExactlyInAnyOrder("unknown_value", "unknown_time_zone", "unknown_language");
    }

    @ParameterizedTest
    @CsvSource({"[]", "7", "'\"plan\"'", "null"})
    void what_is_no_object_is_no_plan(String json) {
        assertThat(problems(json)).isNotEmpty();
    }

    @Test
    void a_difference_is_told_in_words_with_its_place() {
        Plan before = read(EVERYTHING);
        Plan after = read(EVERYTHING
                .replace("\"2\": \"help\", ", "")
                .replace("\"tries\": 2, \"otherwise\": \"operator\"", "\"tries\": 3, \"otherwise\": \"operator\""));

        assertThat(PlanDifference.between(before, after))
                .extracting(PlanDifference.Change::says)
                .containsExactly(
                        "nodes › choices › keys › 2 is gone; it was \"help\".",
                        "nodes › choices › tries was 2 and is 3.");
        assertThat(PlanDifference.between(before, before)).isEmpty();
    }
}

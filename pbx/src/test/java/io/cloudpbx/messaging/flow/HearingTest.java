package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides is the order; how well wordings are understood is measured by {@code cloudpbx bench messages}. */
class HearingTest {
    private static final ThreadState FRESH = new ThreadState(false, true, List.of());
    private static final ThreadState OPTED_OUT = new ThreadState(true, true, List.of());
    private static final ThreadState WITH_A_PERSON = new ThreadState(false, false, List.of());

    /** The words that are opt-outs by law (47 CFR 64.1200(a)(10)), and those that carriers know beside them. */
    private static final List<String> WORDS = List.of(
            "stop",
            "quit",
            "end",
            "revoke",
            "opt out",
            "cancel",
            "unsubscribe",
            "stopall",
            "stop all",
            "optout",
            "opt-out");

    /** The dresses in which a word may come. */
    private static final Map<String, UnaryOperator<String>> FORMS = Map.ofEntries(
            Map.entry("lower case", word -> word),
            Map.entry("upper case", word -> word.toUpperCase(Locale.ROOT)),
            Map.entry("title case", word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)),
            Map.entry("mixed case", HearingTest::mixed),
            Map.entry("full stop", word -> word + "."),
            Map.entry("exclamation", word -> word + "!!!"),
            Map.entry("question", word -> word + "?"),
            Map.entry("straight quotes", word -> "\"" + word + "\""),
            Map.entry("curly quotes", word -> "“" + word + "”"),
            Map.entry("single quotes", word -> "'" + word + "'"),
            Map.entry("brackets", word -> "(" + word + ")"),
            Map.entry("asterisks", word -> "*" + word + "*"),
            Map.entry("blanks around", word -> " \t" + word + " \n"),
            Map.entry("no-break blanks", word -> "\u00A0" + word + "\u202F"),
            Map.entry("emoji", word -> word + " 😡🙏"),
            Map.entry("emoji before", word -> "👎" + word),
            Map.entry("zero width inside", word -> String.join("\u200B", word.split(""))),
            Map.entry("joiners inside", word -> String.join("\u2060", word.split(""))),
            Map.entry("direction marks", word -> "\u202E" + word + "\u202C"),
            Map.entry("byte order mark", word -> "\uFEFF" + word),
            Map.entry("soft hyphen", word -> word.charAt(0) + "\u00AD" + word.substring(1)),
            Map.entry("full width", word -> shifted(word, 0xFF21)),
            Map.entry("bold", word -> shifted(word, 0x1D400)),
            Map.entry("circled", word -> shifted(word, 0x24B6)),
            Map.entry("squared", word -> shifted(word, 0x1F170)),
            Map.entry(
                    "accents",
                    word -> word.replace("o", "o\u0301").replace("e", "e\u0308").replace("i", "i\u0302")),
            Map.entry("with please", word -> word + " please"));

    static Stream<String> dressed() {
        return WORDS.stream().flatMap(word -> FORMS.values().stream().map(form -> form.apply(word)));
    }

    @ParameterizedTest
    @MethodSource("dressed")
    void no_dress_hides_a_word_that_the_law_knows_in_whatever_state_the_thread_is(String body) {
        for (ThreadState thread : List.of(FRESH, OPTED_OUT, WITH_A_PERSON)) {
            assertThat(hear(body, thread)).isEqualTo(Meaning.OPT_OUT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTO", "parar", "Arrêt", "BASTA!", "UNSUB", "Remove", "REMOVE ME"})
    void the_configured_words_are_opt_outs_too(String body) {
        assertThat(hear(body, FRESH)).isEqualTo(Meaning.OPT_OUT);
    }

    @ParameterizedTest
    @CsvSource({
        // body, in a fresh thread, when they had opted out, when a person has the thread
        "Please stop texting me,         OPT_OUT,        OPT_OUT,    OPT_OUT",
        "When does the bus stop?,        AI,             SUPPRESSED, HUMAN_THREAD",
        "cancel my 3 pm,                 OPT_OUT_REVIEW, SUPPRESSED, OPT_OUT_REVIEW",
        "When does it end?,              OPT_OUT_REVIEW, SUPPRESSED, OPT_OUT_REVIEW",
        "START,                          OPT_IN,         OPT_IN,     OPT_IN",
        "YES,                            AI,             OPT_IN,     HUMAN_THREAD",
        "HELP,                           HELP,           HELP,       HELP",
        "Help me choose a size,          AI,             SUPPRESSED, HUMAN_THREAD",
        "My house is on fire,            EMERGENCY,      EMERGENCY,  EMERGENCY",
        "We are at 911 Main Street,      AI,             SUPPRESSED, HUMAN_THREAD",
        "Can I talk to a person?,        HUMAN,          SUPPRESSED, HUMAN_THREAD",
        "Liked “See you Tuesday”,        IGNORE,         SUPPRESSED, IGNORE",
        "'',                             IGNORE,         SUPPRESSED, IGNORE",
        "Are you open on Sunday?,        AI,             SUPPRESSED, HUMAN_THREAD"
    })
    void what_a_text_is_depends_on_its_words_first_and_on_the_thread_only_then(
            String body, Meaning fresh, Meaning optedOut, Meaning withAPerson) {
        assertThat(hear(body, FRESH)).isEqualTo(fresh);
        assertThat(hear(body, OPTED_OUT)).isEqualTo(optedOut);
        assertThat(hear(body, WITH_A_PERSON)).isEqualTo(withAPerson);
    }

    @ParameterizedTest
    @CsvSource({
        "When should the taxi stop?, Stop, OPT_OUT",
        "Where should the taxi stop?, Stop at 5th and Main, AI",
        "Reply YES to confirm or STOP to opt out, yes, AI",
        "Would you like to keep getting our texts?, no, OPT_OUT",
        "Would you like to keep getting our texts?, yes, AI",
        "Do you want to stop receiving texts from us?, yes, OPT_OUT",
        "Do you want to stop receiving texts from us?, no, AI",
        "'Do you want to stop all texts from us, or only cancel the appointment?', both, OPT_OUT",
        "'Do you want to stop all texts from us, or only cancel the appointment?', only the appointment, AI"
    })
    void a_short_answer_means_what_was_asked(String asked, String body, Meaning meaning) {
        ThreadState thread = new ThreadState(false, true, List.of(new Said(Speaker.US, asked)));

        assertThat(hear(body, thread)).isEqualTo(meaning);
    }

    @Test
    void only_our_last_words_are_what_is_answered() {
        ThreadState thread = new ThreadState(
                false,
                true,
                List.of(
                        new Said(Speaker.US, "Do you want to stop receiving texts from us?"),
                        new Said(Speaker.THEM, "no"),
                        new Said(Speaker.US, "Shall we book you for Tuesday?")));

        assertThat(hear("yes", thread)).isEqualTo(Meaning.AI);
    }

    @Test
    void short_codes_are_machines_but_their_stop_is_heard() {
        assertThat(Hearing.hear(new ArrivedText("Your balance is $4", 0, "22395"), FRESH)
                        .meaning())
                .isEqualTo(Meaning.IGNORE);
        assertThat(Hearing.hear(new ArrivedText("STOP", 0, "22395"), FRESH).meaning())
                .isEqualTo(Meaning.OPT_OUT);
        assertThat(Hearing.hear(new ArrivedText("Your balance is $4", 0, "+14155550123"), FRESH)
                        .meaning())
                .isEqualTo(Meaning.AI);
    }

    @Test
    void a_machine_that_speaks_of_stop_has_not_opted_out() {
        assertThat(hear("Fabrikam: your bill is due. Reply STOP to unsubscribe.", FRESH))
                .isEqualTo(Meaning.IGNORE);
        assertThat(hear("Disliked “Reply STOP to opt out”", FRESH)).isEqualTo(Meaning.IGNORE);
    }

    @Test
    void a_text_that_comes_a_third_time_after_answers_is_a_machine_s() {
        Said theirs = new Said(Speaker.THEM, "Thanks for writing to Northwind, we are closed");
        Said ours = new Said(Speaker.US, "How can I help?");

        assertThat(hear(theirs.text(), new ThreadState(false, true, List.of(theirs, ours))))
                .isEqualTo(Meaning.AI);
        assertThat(hear(theirs.text(), new ThreadState(false, true, List.of(theirs, ours, theirs, ours))))
                .isEqualTo(Meaning.IGNORE);
    }

    @Test
    void our_own_text_come_back_is_a_machine_s() {
        Said ours = new Said(Speaker.US, "Hi, this is the automated assistant of Harbor Dental.");

        assertThat(hear(ours.text(), new ThreadState(false, true, List.of(ours))))
                .isEqualTo(Meaning.IGNORE);
    }

    @Test
    void a_picture_without_words_is_for_whoever_has_the_thread() {
        ArrivedText picture = new ArrivedText("", 1, "+14155550123");

        assertThat(Hearing.hear(picture, FRESH).meaning()).isEqualTo(Meaning.AI);
        assertThat(Hearing.hear(picture, WITH_A_PERSON).meaning()).isEqualTo(Meaning.HUMAN_THREAD);
        assertThat(Hearing.hear(picture, OPTED_OUT).meaning()).isEqualTo(Meaning.SUPPRESSED);
    }

    @Test
    void the_words_that_decided_are_quoted_as_they_were_written() {
        Heard heard =
                Hearing.hear(new ArrivedText("Thanks for everything. Please DON’T text me again! Bye", 0, ""), FRESH);

        assertThat(heard.meaning()).isEqualTo(Meaning.OPT_OUT);
        assertThat(heard.quote()).isEqualTo("Please DON’T text me again!");
        assertThat(heard.reason()).isEqualTo("They asked for no more texts.");
    }

    @Test
    void a_quote_is_kept_short_and_never_cut_within_a_character() {
        Heard heard = Hearing.hear(new ArrivedText("stop texting me " + "😡".repeat(150) + "a", 0, ""), FRESH);

        assertThat(heard.meaning()).isEqualTo(Meaning.OPT_OUT);
        assertThat(heard.quote()).hasSizeLessThanOrEqualTo(201 * 2).endsWith("…");
        assertThat(Character.isHighSurrogate(heard.quote().charAt(heard.quote().length() - 2)))
                .isFalse();
    }

    @Test
    void an_opt_out_is_heard_at_the_end_of_a_very_long_text() {
        assertThat(hear("bla bla. ".repeat(5_000) + "Stop texting me.", FRESH)).isEqualTo(Meaning.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i ", "please ", "stop ", "no ", "s.", "🛑", "is it ", "dont you ", ",", "́", "<script>", "x"})
    void no_body_however_hostile_takes_long_or_breaks_the_ear(String part) {
        String body = part.repeat(50_000 / part.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(hear(body, FRESH)).isNotNull());
    }

    private static Meaning hear(String body, ThreadState thread) {
        return Hearing.hear(new ArrivedText(body, 0, "+14155550123"), thread).meaning();
    }

    private static String mixed(String word) {
        return java.util.stream.IntStream.range(0, word.length())
                .mapToObj(i -> i % 2 == 0
                        ? word.substring(i, i + 1)
                        : word.substring(i, i + 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** In another lettering, whose capital A is given; what is no letter stays. */
    private static String shifted(String word, int capitalA) {
        return word.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? capitalA + letter - 'A' : letter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

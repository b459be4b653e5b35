package io.cloudpbx.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Bounds are far above what a calm machine needs, and far below what reading everything for every question would take. */
class HundredThousandContactsTest {
    private static final int PEOPLE = 100_000;
    private static final AddressBook BOOK = new AddressBook();
    private static final Contacts CONTACTS = BOOK.contacts();
    private static final Map<String, Duration> TOOK = new TreeMap<>();

    @BeforeAll
    static void everybodyFromOneFile() {
        var file = new StringBuilder("Name,Company,Number\n");
        for (int person = 0; person < PEOPLE; person++) {
            file.append(
                    "Person %05d Of%x,Company %d,%s\n".formatted(person, person * 7919, person % 1000, number(person)));
        }
        var imports = BOOK.bean(Imports.class);
        UUID id = timed(
                        "bring",
                        () -> imports.bring("all.csv", file.toString().getBytes(StandardCharsets.UTF_8), "Dana"))
                .file()
                .id();
        var plan = new ImportPlan(Map.of("Name", "name", "Company", "company", "Number", "number"), false, null);
        var report = timed("run", () -> imports.run(id, plan, "Dana"));
        assertThat(report.counts().added())
                .as("%s", imports.remarks(id).limit(3).toList())
                .isEqualTo(PEOPLE);
        BOOK.jdbc().sql("analyze contact").update();
    }

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @Test
    void import_search_list_and_export_take_no_longer_than_people_wait(TestReporter reporter) {
        assertThat(timed("search name", () -> CONTACTS.matching("person 04711", 20)))
                .hasSize(1);
        assertThat(timed("search number", () -> CONTACTS.matching("(213) 555", 20)))
                .isNotEmpty();
        assertThat(timed("search middle", () -> CONTACTS.matching("ompany 77", 20)))
                .hasSize(20);
        assertThat(timed("search two letters", () -> CONTACTS.matching("pe", 20)))
                .hasSize(20);
        assertThat(timed("search nobody", () -> CONTACTS.matching("zzzzz", 20))).isEmpty();
        assertThat(timed("first page", () -> CONTACTS.newest("", null, 50))).hasSize(50);
        assertThat(timed(
                        "reached",
                        () -> CONTACTS.reachedBy(new PhoneNumber(number(4711))).name()))
                .startsWith("Person 04711");
        mostAgree();
        BOOK.jdbc().sql("analyze consent_ledger").update();
        assertThat(timed("count consent", () -> BOOK.consents().tally().marketing()))
                .isEqualTo(PEOPLE - (PEOPLE + 2) / 3);
        timed("export", () -> {
            BOOK.bean(Exports.class).contacts(OutputStream.nullOutputStream());
            return "";
        });
        assertThat(TOOK)
                .as("%s", TOOK)
                .allSatisfy((what, took) -> assertThat(took)
                        .isLessThan(
                                Set.of("run", "bring", "export", "count consent")
                                                .contains(what)
                                        ? Duration.ofSeconds(120)
                                        : Duration.ofSeconds(2)));
    }

    private static void mostAgree() {
        BOOK.consents()
                .grantAll(
                        IntStream.range(0, PEOPLE)
                                .filter(person -> person % 3 > 0)
                                .mapToObj(person -> new PhoneNumber(number(person)))
                                .toList(),
                        new ConsentGiven(
                                new PhoneNumber(number(0)),
                                Category.MARKETING,
                                BOOK.clock().instant(),
                                new Evidence(Source.IMPORT, "", null, "Dana"),
                                Proof.NONE));
    }

    @Test
    void a_page_far_down_is_found_by_an_index_like_the_first() {
        var cursor = new Cursor(BOOK.clock().instant(), UUID.fromString("80000000-0000-0000-0000-000000000000"));
        assertThat(CONTACTS.newest("", cursor, 10)).hasSize(10);
        assertThat(plan("select id from contact where (created_at, id) < (now(), gen_random_uuid())"
                        + " order by created_at desc, id desc limit 51"))
                .contains("contact_newest")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void words_are_found_by_an_index() {
        assertThat(plan("select id from contact where search like '%person%' and search like '%04711%'"
                        + " order by created_at desc, id desc limit 20"))
                .contains("contact_search")
                .doesNotContain("Seq Scan");
    }

    private static String plan(String query) {
        return BOOK.jdbc().sql("explain " + query).query((row, index) -> row.getString(1)).list().stream()
                .collect(Collectors.joining("\n"));
    }

    /** All different, and all such as exist. */
    private static String number(int person) {
        int[] areas = {213, 312, 415, 512, 602, 617, 702, 713, 808, 917};
        return "+1%d%d%04d".formatted(areas[person / 10_000], 555, person % 10_000);
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T timed(String what, Work<T> work) {
        long start = System.nanoTime();
        try {
            return work.done();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            TOOK.put(what, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}

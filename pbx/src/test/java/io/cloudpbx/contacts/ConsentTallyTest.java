package io.cloudpbx.contacts;

import static io.cloudpbx.contacts.AddressBook.number;
import static io.cloudpbx.contacts.AddressBook.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.contacts.Consent.Act;
import io.cloudpbx.contacts.flow.LedgerReading;
import io.cloudpbx.contacts.store.LedgerRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTallyTest {
    private static final AddressBook BOOK = new AddressBook();
    private static final Evidence PAPER = new Evidence(Source.PERSON, "Signed", null, "Dana");

    @BeforeEach
    void nobody() {
        BOOK.jdbc().sql("delete from contact").update();
        BOOK.jdbc().sql("delete from opt_out").update();
        BOOK.jdbc().sql("delete from marketing_pause").update();
    }

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @Test
    void nobody_is_counted_where_nobody_is() {
        assertThat(BOOK.consents().tally()).isEqualTo(new ConsentTally(0, 0, 0, 0, 0, 0));
    }

    @Test
    void each_contact_is_counted_once_by_what_holds_for_any_of_their_numbers() {
        add("Both", number(1), number(2));
        grants(number(1), Category.MARKETING);
        grants(number(2), Category.INFORMATIONAL);
        add("Out", number(3));
        grants(number(3), Category.MARKETING);
        BOOK.optOuts().optOut(number(3), PAPER);
        add("Paused", number(4));
        grants(number(4), Category.MARKETING);
        BOOK.optOuts().pauseMarketing(number(4), PAPER);
        add("Silent", number(5));
        add("No number");
        grants(number(6), Category.MARKETING);

        assertThat(BOOK.consents().tally()).isEqualTo(new ConsentTally(5, 1, 1, 1, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void it_counts_what_the_ledger_of_each_reads(long seed) {
        var random = new Random(seed);
        // The ledger only grows, so each seed has numbers of its own.
        List<PhoneNumber> numbers = IntStream.range(0, 120)
                .mapToObj(index -> number((int) (seed * 1000) + index))
                .toList();
        numbers.forEach(each -> add(each.e164(), each));
        var rows = BOOK.bean(LedgerRows.class);
        for (PhoneNumber each : numbers) {
            history(random).forEach(entry -> rows.append(each, entry));
        }

        var tally = BOOK.consents().tally();

        assertThat(tally.marketing()).isEqualTo(holding(rows, numbers, Category.MARKETING));
        assertThat(tally.informational()).isEqualTo(holding(rows, numbers, Category.INFORMATIONAL));
        assertThat(tally.marketing()).isBetween(5L, 115L);
    }

    private static long holding(LedgerRows rows, List<PhoneNumber> numbers, Category category) {
        return numbers.stream()
                .filter(each -> LedgerReading.live(rows.of(each), category).isPresent())
                .count();
    }

    /** Acts of all kinds, some of which were done earlier than what was written down before them, or at the same instant. */
    private static List<Consent> history(Random random) {
        List<Consent> entries = new ArrayList<>();
        Category[] categories = {Category.MARKETING, Category.INFORMATIONAL, null};
        for (int each = random.nextInt(7); each > 0; each--) {
            var at = BOOK.clock().instant().minusSeconds(random.nextInt(5));
            Act act = random.nextBoolean() ? Act.GRANTED : Act.values()[random.nextInt(Act.values().length)];
            entries.add(new Consent(UUID.randomUUID(), act, categories[random.nextInt(3)], at, at, PAPER, Proof.NONE));
        }
        return entries;
    }

    private static void add(String name, PhoneNumber... numbers) {
        BOOK.contacts().add(person(name, numbers));
    }

    private static void grants(PhoneNumber number, Category category) {
        BOOK.consents().grant(new ConsentGiven(number, category, BOOK.clock().instant(), PAPER, Proof.NONE));
    }
}

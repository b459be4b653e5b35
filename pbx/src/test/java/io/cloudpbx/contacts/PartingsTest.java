package io.cloudpbx.contacts;

import static io.cloudpbx.contacts.AddressBook.number;
import static io.cloudpbx.contacts.AddressBook.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.contacts.flow.Choice;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartingsTest {
    private static final Evidence STOP = new Evidence(Source.PHRASE, "stop it, says Chen Wu", "SM1", null);

    private final AddressBook book = new AddressBook();
    private final Contacts contacts = book.contacts();
    private final Partings partings = book.bean(Partings.class);

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void two_become_one_with_the_values_that_were_chosen_and_all_numbers() {
        book.bean(FieldNames.class).replace(List.of("Size", "Birthday"));
        UUID kept = contacts.add(new ContactDetails(
                "Chen", "Bluebird", "", List.of(number(110)), Map.of("Size", "M"), "Likes mornings."));
        UUID gone = contacts.add(new ContactDetails(
                "Chen Wu",
                "Bakery",
                "chen@bluebird.example",
                List.of(number(111), number(112)),
                Map.of("Size", "L", "Birthday", "May 1"),
                "Has a dog."));
        book.news().clear();

        partings.merge(kept, gone, Map.of("name", Choice.OTHER, "fields.Size", Choice.KEPT));

        assertThat(contacts.require(kept).details())
                .isEqualTo(new ContactDetails(
                        "Chen Wu",
                        "Bluebird",
                        "chen@bluebird.example",
                        List.of(number(110), number(111), number(112)),
                        Map.of("Size", "M", "Birthday", "May 1"),
                        "Likes mornings.\n\nHas a dog."));
        assertThat(contacts.byNumber(number(112)).map(Contact::id)).contains(kept);
        assertThat(contacts.matching("555-0112", 5)).containsExactly(kept);
        assertThat(book.news())
                .containsExactly(new ContactsMerged(kept, gone), new ContactChanged(gone), new ContactChanged(kept));
    }

    @Test
    void a_repeated_merge_does_nothing_and_the_old_id_leads_to_the_one_that_stayed() {
        UUID kept = contacts.add(person("Chen Wu", number(110)));
        UUID gone = contacts.add(person("Chen", number(111)));
        UUID last = contacts.add(person("C. Wu", number(112)));
        partings.merge(kept, gone, Map.of());
        var merged = contacts.require(kept);
        book.news().clear();

        assertThat(partings.merge(kept, gone, Map.of("name", Choice.OTHER))).isEqualTo(kept);
        assertThat(partings.merge(gone, kept, Map.of())).isEqualTo(kept);
        assertThat(contacts.require(kept)).isEqualTo(merged);
        assertThat(book.news()).isEmpty();

        partings.merge(last, kept, Map.of());
        assertThat(contacts.require(gone).id()).isEqualTo(last);
        assertThat(contacts.require(last).numbers()).hasSize(3);
    }

    @Test
    void two_who_merge_the_same_pair_in_opposite_ways_at_once_end_with_one_contact() throws Exception {
        UUID one = contacts.add(person("Chen Wu", number(110)));
        UUID other = contacts.add(person("Chen", number(111)));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var merges = IntStream.range(0, 8)
                    .mapToObj(i -> people.submit(() ->
                            i % 2 == 0 ? partings.merge(one, other, Map.of()) : partings.merge(other, one, Map.of())))
                    .toList();
            for (var merge : merges) {
                assertThat(contacts.require(merge.get()).numbers()).hasSize(2);
            }
        }
        assertThat(contacts.newest("", null, 10)).hasSize(1);
    }

    @Test
    void what_cannot_be_merged_is_refused_and_stays_as_it_was() {
        UUID kept = contacts.add(person("Chen", numbers(200, 15)));
        UUID gone = contacts.add(person("Wu", numbers(300, 6)));

        assertThat(codeOf(() -> partings.merge(kept, kept, Map.of()))).isEqualTo("invalid_fields");
        assertThat(codeOf(() -> partings.merge(kept, UUID.randomUUID(), Map.of())))
                .isEqualTo("contact_not_found");
        assertThatThrownBy(() -> partings.merge(kept, gone, Map.of())).hasMessageContaining("more than 20");
        assertThat(contacts.require(gone).numbers()).hasSize(6);
    }

    @Test
    void who_is_deleted_stays_opted_out_and_is_found_nowhere_in_the_database() {
        UUID id = contacts.add(new ContactDetails(
                "Chen Wu", "Bluebird", "chen@bluebird.example", List.of(number(110)), Map.of(), "Has a dog."));
        var proof = new Proof("paper", "I agree", "1", "en", "Chen Wu", "192.0.2.7", "Firefox");
        var granted =
                new ConsentGiven(number(110), Category.MARKETING, book.clock().instant(), STOP, proof);
        book.consents().grant(granted);
        book.optOuts().pauseMarketing(number(110), STOP);
        book.optOuts().optOut(number(110), STOP);
        assertThat(dump()).contains("Chen Wu", "14155550110", "192.0.2.7");

        partings.delete(id);

        assertThat(dump()).doesNotContain("Chen", "Bluebird", "bluebird", "4155550110", "192.0.2.7", "dog", "SM1");
        assertThat(book.optOuts().of(number(110))).isPresent();
        assertThat(book.consents().history(number(110)))
                .extracting(Consent::act)
                .containsExactly(Consent.Act.OPTED_OUT, Consent.Act.PAUSED, Consent.Act.GRANTED);
        assertThat(book.news()).contains(new ContactDeleted(id, List.of(number(110))));
        assertThat(codeOf(() -> partings.delete(id))).isEqualTo("contact_not_found");
    }

    @Test
    void who_was_deleted_and_comes_back_is_still_opted_out_until_they_say_otherwise() {
        UUID id = contacts.add(person("Chen Wu", number(110)));
        book.optOuts().optOut(number(110), STOP);
        partings.delete(id);

        assertThat(contacts.reachedBy(number(110)).name()).isEmpty();
        assertThat(book.optOuts().optOut(number(110), STOP)).isFalse();
        var views = book.bean(ContactViews.class);
        assertThat(views.newest("", null, 5).getFirst().numbers().getFirst().optedOut())
                .isTrue();
        assertThat(book.optOuts().optIn(number(110), new Evidence(Source.KEYWORD, "START", null, null)))
                .isTrue();
        assertThat(book.optOuts().of(number(110))).isEmpty();
    }

    /** Every row of every table, as a backup would hold it. */
    private String dump() {
        var tables = book.jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        var text = new StringBuilder();
        for (String table : tables) {
            book.jdbc()
                    .sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(text::append);
        }
        return text.toString();
    }

    private static PhoneNumber[] numbers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(AddressBook::number).toArray(PhoneNumber[]::new);
    }

    private static String codeOf(Runnable refused) {
        try {
            refused.run();
        } catch (Problem problem) {
            return problem.code();
        }
        return "none";
    }
}

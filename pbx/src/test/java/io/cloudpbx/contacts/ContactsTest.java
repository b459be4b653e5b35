package io.cloudpbx.contacts;

import static io.cloudpbx.contacts.AddressBook.number;
import static io.cloudpbx.contacts.AddressBook.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.problems.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
    private static final AddressBook BOOK = new AddressBook();

    private final Contacts contacts = BOOK.contacts();

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @BeforeEach
    void nobody() {
        BOOK.jdbc().sql("delete from contact").update();
        BOOK.news().clear();
    }

    @Test
    void an_unknown_number_makes_a_nameless_contact_once() {
        var first = contacts.reachedBy(number(101));

        assertThat(first.name()).isEmpty();
        assertThat(first.displayName()).isEqualTo("(415) 555-0101");
        assertThat(contacts.reachedBy(number(101))).isEqualTo(first);
        assertThat(contacts.byNumber(number(101))).contains(first);
        assertThat(BOOK.news()).containsExactly(new ContactChanged(first.id()));
    }

    @Test
    void twenty_texts_at_once_from_a_new_number_are_of_one_person() throws Exception {
        var start = new CountDownLatch(1);
        try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reached = IntStream.range(0, 20)
                    .mapToObj(text -> carriers.submit((Callable<UUID>) () -> {
                        start.await();
                        return contacts.reachedBy(number(102)).id();
                    }))
                    .toList();
            start.countDown();
            var ids = new HashSet<UUID>();
            for (var id : reached) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(BOOK.jdbc()
                        .sql("select count(*) from contact")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_contact_of_a_transaction_that_is_rolled_back_was_never_made() {
        BOOK.transaction().executeWithoutResult(status -> {
            contacts.reachedBy(number(103));
            status.setRollbackOnly();
        });
        assertThat(contacts.byNumber(number(103))).isEmpty();
    }

    @Test
    void everything_about_a_person_is_kept_and_numbers_keep_their_order() {
        BOOK.jdbc().sql("insert into contact_field values ('Birthday', 1)").update();
        var details = new ContactDetails(
                "Chen Wu",
                "Bluebird Bakery",
                "chen@bluebird.example",
                List.of(number(120), number(110)),
                Map.of("Birthday", "May 1"),
                "Likes mornings.");

        UUID id = contacts.add(details);

        assertThat(contacts.require(id).details()).isEqualTo(details);
        assertThat(contacts.byIds(List.of(id, UUID.randomUUID()))).containsOnlyKeys(id);
        BOOK.jdbc().sql("delete from contact_field").update();
        assertThat(contacts.require(id).fields()).isEmpty();
    }

    @Test
    void a_field_that_the_company_does_not_have_is_refused_by_name() {
        var details = new ContactDetails("Chen Wu", "", "", List.of(), Map.of("Shoe size", "9"), "");
        assertThatThrownBy(() -> contacts.add(details)).hasMessageContaining("fields.Shoe size");
        assertThat(contacts.matching("chen", 10)).isEmpty();
    }

    @Test
    void who_changes_what_somebody_else_changed_meanwhile_is_told() {
        UUID id = contacts.add(person("Chen Wu", number(110)));
        contacts.change(id, person("Chen Li", number(110), number(111)), 1);

        assertThatThrownBy(() -> contacts.change(id, person("Chen Wei"), 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("contact_changed"));
        assertThat(contacts.require(id).name()).isEqualTo("Chen Li");
        assertThat(contacts.require(id).version()).isEqualTo(2);
        assertThatThrownBy(() -> contacts.change(UUID.randomUUID(), person("Nobody"), 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("contact_not_found"));
    }

    @Test
    void a_number_belongs_to_one_person_and_its_holder_is_named() {
        UUID holder = contacts.add(person("Chen Wu", number(110)));
        UUID other = contacts.add(person("Maria Silva", number(112)));

        assertThatThrownBy(() -> contacts.change(other, person("Maria Silva", number(112), number(110)), 1))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("number_taken");
                    assertThat(problem.getMessage()).isEqualTo("(415) 555-0110 already belongs to Chen Wu.");
                    assertThat(problem.document()).containsEntry("contactId", holder);
                });
        assertThat(contacts.require(other).numbers()).containsExactly(number(112));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jose",
                "JOSÉ",
                "josé garcia",
                "garc",
                "arcía bak",
                "(415) 555-0130",
                "555-01",
                "4155550130",
                "bakery",
                "jo",
                "g",
                "bluebird.example",
                "ｊｏｓｅ",
                "jo\u200bse"
            })
    void a_person_is_found_by_pieces_of_what_is_known(String words) {
        UUID id = contacts.add(new ContactDetails(
                "José García", "Bluebird Bakery", "jg@bluebird.example", List.of(number(130)), Map.of(), ""));
        contacts.add(person("Maria Silva", number(2112)));

        assertThat(contacts.matching(words, 10)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "ose%a", "\\", "é_", "jose silva", "9999", "os"})
    void what_is_not_there_is_not_found(String words) {
        contacts.add(new ContactDetails("José García", "", "jg@bluebird.example", List.of(number(130)), Map.of(), ""));
        assertThat(contacts.matching(words, 10)).isEmpty();
    }

    @Test
    void no_words_match_nobody_and_no_more_than_asked_for_are_given() {
        contacts.add(person("José García"));
        contacts.add(person("José Pereira"));
        assertThat(contacts.matching(" \u200b ", 10)).isEmpty();
        assertThat(contacts.matching("jose", 1)).hasSize(1);
    }
}

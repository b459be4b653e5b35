package io.cloudpbx.contacts;

import static io.cloudpbx.contacts.AddressBook.DANA;
import static io.cloudpbx.contacts.AddressBook.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.contacts.Consent.Act;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class OptOutsTest {
    private static final Evidence STOP = new Evidence(Source.KEYWORD, "Stop!!", "SM1", null);
    private static final Evidence START = new Evidence(Source.KEYWORD, "START", "SM2", null);
    private static final PhoneNumber CHEN = number(140);

    private final AddressBook book = new AddressBook();
    private final OptOuts optOuts = book.optOuts();
    private final Consents consents = book.consents();

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void an_opt_out_holds_with_its_first_words_and_the_ledger_keeps_every_one() {
        assertThat(optOuts.optOut(CHEN, STOP)).isTrue();
        var first = optOuts.of(CHEN).orElseThrow();
        book.clock().advance(Duration.ofDays(1));
        assertThat(optOuts.optOut(CHEN, new Evidence(Source.PHRASE, "please stop", "SM3", null)))
                .isFalse();

        assertThat(optOuts.of(CHEN)).contains(first);
        assertThat(first.quote()).isEqualTo("Stop!!");
        assertThat(first.source()).isEqualTo(Source.KEYWORD);
        assertThat(consents.history(CHEN))
                .extracting(entry -> entry.evidence().quote())
                .containsExactly("please stop", "Stop!!");
        assertThat(book.news()).containsExactly(new OptOutChanged(CHEN, true));
        assertThat(optOuts.of(number(141))).isEmpty();
    }

    @Test
    void an_opt_out_and_the_message_it_came_by_are_kept_together_or_not_at_all() {
        book.transaction().executeWithoutResult(status -> {
            optOuts.optOut(CHEN, STOP);
            assertThat(optOuts.of(CHEN)).isPresent();
            status.setRollbackOnly();
        });
        assertThat(optOuts.of(CHEN)).isEmpty();
        assertThat(consents.history(CHEN)).isEmpty();
    }

    @Test
    void of_ten_opt_outs_at_once_one_is_new() throws Exception {
        try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = IntStream.range(0, 10)
                    .mapToObj(text -> carriers.submit((Callable<Boolean>) () -> optOuts.optOut(CHEN, STOP)))
                    .toList();
            int isNew = 0;
            for (var each : told) {
                isNew += each.get() ? 1 : 0;
            }
            assertThat(isNew).isEqualTo(1);
        }
        assertThat(consents.history(CHEN)).hasSize(10);
    }

    @Test
    void reopening_grants_nothing_that_was_not_granted_before() {
        optOuts.optOut(CHEN, STOP);
        assertThat(optOuts.optIn(CHEN, START)).isTrue();

        assertThat(optOuts.of(CHEN)).isEmpty();
        assertThat(consents.live(CHEN, Category.MARKETING)).isEmpty();
        assertThat(optOuts.optIn(CHEN, START)).isFalse();
        assertThat(book.news()).containsExactly(new OptOutChanged(CHEN, true), new OptOutChanged(CHEN, false));
    }

    @Test
    void reopening_restores_what_was_consented_before() {
        var id = consents.grant(granted());
        optOuts.optOut(CHEN, STOP);
        assertThat(consents.live(CHEN, Category.MARKETING)).isEmpty();

        book.clock().advance(Duration.ofMinutes(1));
        optOuts.optIn(CHEN, START);
        assertThat(consents.live(CHEN, Category.MARKETING).map(Consent::id)).contains(id);
        assertThat(consents.live(CHEN, Category.INFORMATIONAL)).isEmpty();
    }

    @Test
    void doubt_pauses_marketing_alone_until_a_person_decides() {
        consents.grant(granted());
        optOuts.pauseMarketing(CHEN, new Evidence(Source.PHRASE, "cancel my 3 pm", "SM4", null));

        assertThat(optOuts.pauseOf(CHEN).map(Pause::quote)).contains("cancel my 3 pm");
        assertThat(optOuts.of(CHEN)).isEmpty();
        assertThat(consents.live(CHEN, Category.MARKETING)).isEmpty();

        var decided = new Evidence(Source.PERSON, "meant the appointment", null, "Dana Reyes");
        assertThat(optOuts.resumeMarketing(CHEN, decided)).isTrue();
        assertThat(consents.live(CHEN, Category.MARKETING)).isPresent();
        assertThat(optOuts.resumeMarketing(CHEN, decided)).isFalse();
        assertThat(consents.history(CHEN))
                .extracting(Consent::act)
                .containsExactly(Act.RESUMED, Act.PAUSED, Act.GRANTED);
    }

    @Test
    void an_undone_opt_out_leaves_reason_and_name_in_the_ledger_and_the_audit_log() {
        optOuts.optOut(CHEN, STOP);
        optOuts.undo(CHEN, "He texted the wrong company", DANA, "127.0.0.1");

        assertThat(optOuts.of(CHEN)).isEmpty();
        var undone = consents.history(CHEN).getFirst();
        assertThat(undone.act()).isEqualTo(Act.UNDONE);
        assertThat(undone.evidence().quote()).isEqualTo("He texted the wrong company");
        assertThat(undone.evidence().actor()).isEqualTo("Dana Reyes");
        assertThat(book.jdbc()
                        .sql(
                                "select actor || ' ' || object || ' ' || detail from audit_log where action = 'opt_out_undone'")
                        .query(String.class)
                        .list())
                .containsExactly(DANA.userId() + " " + undone.id() + " He texted the wrong company");
        assertThatThrownBy(() -> optOuts.undo(CHEN, "again", DANA, "127.0.0.1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("not_opted_out"));
    }

    @Test
    void the_ledger_can_be_neither_changed_nor_emptied() {
        optOuts.optOut(CHEN, STOP);
        for (String attempt : new String[] {
            "update consent_ledger set quote = 'yes please'",
            "update consent_ledger set erased_at = now(), e164 = null, reference = null, quote = '', act = 'granted'",
            "delete from consent_ledger",
            "truncate consent_ledger"
        }) {
            assertThatThrownBy(() -> book.jdbc().sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(consents.history(CHEN)).hasSize(1);
    }

    @Test
    void consent_from_the_future_is_refused() {
        var tomorrow = book.clock().instant().plus(Duration.ofDays(1));
        var given = new ConsentGiven(CHEN, Category.MARKETING, tomorrow, START, Proof.NONE);
        assertThatThrownBy(() -> consents.grant(given)).hasMessageContaining("is in the future");
    }

    private ConsentGiven granted() {
        var proof =
                new Proof("web form", "I agree to get offers by text", "3", "en", "Chen Wu", "192.0.2.7", "Firefox");
        var earlier = book.clock().instant().minus(Duration.ofDays(30));
        var evidence = new Evidence(Source.PERSON, "ticked the box", "form 12", "Dana Reyes");
        return new ConsentGiven(CHEN, Category.MARKETING, earlier, evidence, proof);
    }
}

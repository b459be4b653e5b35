package io.cloudpbx.greetings.dictation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.greetings.dictation.Dictation.State;
import io.cloudpbx.greetings.store.DictationRows;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a dictation has come, by news that is late, twice or out of order. No job rings a phone here. */
@WebTest
class DictationsTest {
    private static final CarrierId RECORDING = new CarrierId("RE" + "7".repeat(32));

    @Autowired
    private Dictations dictations;

    @Autowired
    private LetDictationGo letDictationGo;

    @Autowired
    private DictationRows rows;

    @Autowired
    private Users users;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Dictation wished(Duration ago) {
        var dana = users.add("Dana", UUID.randomUUID() + "@example.com", null, Role.ADMIN);
        return wished(dana.userId(), ago);
    }

    private Dictation wished(UUID user, Duration ago) {
        var dictation = new Dictation(
                UUID.randomUUID(),
                user,
                "Dana",
                new PhoneNumber("+14155550190"),
                new PhoneNumber("+14155550170"),
                State.READY,
                BlobKeys.fresh("greeting", clock),
                null,
                null,
                null,
                "",
                clock.instant().minus(ago));
        rows.insert(dictation);
        return dictation;
    }

    private Dictation now(Dictation dictation) {
        return rows.find(dictation.id()).orElseThrow();
    }

    @Test
    void the_carrier_is_asked_once_and_not_long_after() {
        var wish = wished(Duration.ZERO);
        assertThat(dictations.claim(wish.id())).isPresent();
        assertThat(dictations.claim(wish.id())).isEmpty();
        assertThat(now(wish).state()).isEqualTo(State.RINGING);

        var old = wished(Duration.ofMinutes(2));
        assertThat(dictations.claim(old.id())).isEmpty();
        assertThat(now(old).why()).contains("in time");
    }

    @Test
    void a_phone_that_may_not_be_called_is_not_rung() {
        var wish = wished(Duration.ZERO);
        jdbc.sql("update greeting_dictation set phone = '+442079460018' where id = ?")
                .param(wish.id())
                .update();

        assertThat(dictations.claim(wish.id())).isEmpty();
        assertThat(now(wish).why()).contains("Your phone is in a country that is not called");
    }

    @Test
    void one_person_is_on_the_line_for_one_at_a_time() {
        var wish = wished(Duration.ZERO);

        assertThatThrownBy(() -> wished(wish.userId(), Duration.ZERO)).isInstanceOf(DuplicateKeyException.class);
        dictations.failed(wish.id(), "Gone.");
        assertThat(wished(wish.userId(), Duration.ZERO).state()).isEqualTo(State.READY);
    }

    @Test
    void only_1_records_and_a_question_asked_twice_is_answered_the_same() {
        var wish = wished(Duration.ZERO);
        dictations.claim(wish.id());

        assertThat(dictations.answered(wish.id())).contains("press 1").isEqualTo(dictations.answered(wish.id()));
        assertThat(dictations.pressed(wish.id(), "2")).doesNotContain("<Record");
        assertThat(dictations.pressed(wish.id(), "1"))
                .contains("<Record", "/ivr/dictation/" + wish.id() + "/recording")
                .isEqualTo(dictations.pressed(wish.id(), "1"));
        dictations.nothingRecorded(wish.id());
        assertThat(dictations.pressed(wish.id(), "1")).doesNotContain("<Record");
        assertThat(dictations.answered(wish.id())).doesNotContain("press 1");
    }

    @Test
    void a_call_that_is_over_fails_unless_its_recording_may_still_come() {
        var unpressed = wished(Duration.ZERO);
        dictations.over(unpressed.id(), CallStatus.RINGING);
        assertThat(now(unpressed).state()).isEqualTo(State.READY);
        dictations.over(unpressed.id(), CallStatus.COMPLETED);
        assertThat(now(unpressed).why()).contains("nobody pressed 1");

        var spoken = wished(Duration.ZERO);
        dictations.pressed(spoken.id(), "1");
        dictations.over(spoken.id(), CallStatus.COMPLETED);
        assertThat(now(spoken).state()).isEqualTo(State.SPEAKING);
        new GiveUpDictation(dictations).run(spoken.id().toString(), 1);
        assertThat(now(spoken).why()).isEqualTo("Nothing was recorded.");
    }

    @Test
    void a_recording_that_was_given_up_is_not_lost_and_one_that_is_kept_stays() {
        var wish = wished(Duration.ZERO);
        dictations.nothingRecorded(wish.id());
        dictations.recorded(wish.id(), RECORDING);
        assertThat(now(wish).state()).isEqualTo(State.RECORDED);
        assertThat(now(wish).recording()).isEqualTo(RECORDING);
        dictations.nothingRecorded(wish.id());

        var sound = new Sound(1000, "5".repeat(64), Duration.ofSeconds(3), List.of(0.5f, 1f));
        dictations.stored(wish, sound);
        dictations.stored(wish, sound);
        dictations.unusable(wish, "Late.");
        dictations.recorded(wish.id(), RECORDING);

        assertThat(now(wish).state()).isEqualTo(State.KEPT);
        assertThat(now(wish).greeting()).isEqualTo(sound.sha256());
    }

    @Test
    void what_cannot_be_used_is_said() {
        var wish = wished(Duration.ZERO);
        dictations.recorded(wish.id(), RECORDING);
        dictations.unusable(wish, "Nothing was heard in it.");

        assertThat(now(wish).state()).isEqualTo(State.FAILED);
        assertThat(now(wish).why()).isEqualTo("Nothing was heard in it.");
    }

    @Test
    void the_carrier_keeps_its_copy_where_what_is_stored_here_has_changed() {
        var wish = wished(Duration.ZERO);
        dictations.recorded(wish.id(), RECORDING);
        dictations.stored(wish, new Sound(1000, "6".repeat(64), Duration.ofSeconds(3), List.of(0.5f, 1f)));

        assertThat(letDictationGo.run(wish.id().toString(), 1)).isInstanceOf(Outcome.GaveUp.class);
    }
}

package io.cloudpbx.review;

import io.cloudpbx.calls.PastTurns;
import io.cloudpbx.calls.PastTurns.PastTurn;
import io.cloudpbx.calls.Reachable;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.review.flow.Expectation;
import io.cloudpbx.review.store.TestRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes turns into tests, and keeps these. */
@Service
public class Tests {
    static final int MOST = 500;

    private final TestRows rows;
    private final PastTurns past;
    private final Reachable reachable;
    private final Clock clock;

    Tests(TestRows rows, PastTurns past, Reachable reachable, Clock clock) {
        this.rows = rows;
        this.past = past;
        this.reachable = reachable;
        this.clock = clock;
    }

    /**
     * From now on, what was said in that turn should end so.
     *
     * @throws Problem {@code turn_not_found}, {@code test_exists}, {@code tests_full}, or an invalid {@code action} or {@code target}
     */
    public SavedTest make(UUID callId, int turn, Expectation expected, String by) {
        if (!Expectation.KINDS.contains(expected.kind())) {
            throw Problem.invalid("action", "unknown_action", "is nothing that a receptionist can do");
        }
        if (!expected.isWhole()) {
            throw Problem.invalid(
                    "target", "wrong_target", "must say whom to connect to, and belongs to no other action");
        }
        String name = expected.target() == null ? null : name(expected.target());
        PastTurn said = past.find(callId, turn)
                .orElseThrow(() -> Problem.notFound(
                        "turn_not_found", "There is no such turn of which a mind decided and the words are kept."));
        if (rows.count() >= MOST) {
            throw Problem.conflict("tests_full", "There are " + MOST + " tests, which is the most. Delete some first.");
        }
        return insert(said, expected, name, by);
    }

    private String name(String target) {
        return reachable.named().stream()
                .filter(named -> named.id().equals(target))
                .findFirst()
                .map(Reachable.Named::name)
                .orElseThrow(
                        () -> Problem.invalid("target", "target_not_found", "is nobody and nothing that is there"));
    }

    private SavedTest insert(PastTurn said, Expectation expected, @Nullable String name, String by) {
        var test = new SavedTest(
                UUID.randomUUID(),
                said.callId(),
                said.turn(),
                Optional.ofNullable(said.caller()).map(PhoneNumber::e164).orElse(null),
                said.said(),
                said.language(),
                expected,
                name,
                clock.instant(),
                by);
        try {
            rows.insert(test);
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("test_exists", "This turn is a test already.");
        }
        return test;
    }

    /** Newest first. */
    public List<SavedTest> all() {
        return rows.all();
    }

    Optional<SavedTest> find(UUID id) {
        return rows.find(id);
    }

    /** @throws Problem {@code test_not_found} */
    public void delete(UUID id) {
        if (!rows.delete(id)) {
            throw Problem.notFound("test_not_found", "There is no such test.");
        }
    }

    @EventListener
    void on(ContactDeleted forgotten) {
        rows.deleteOf(forgotten.numbers().stream().map(PhoneNumber::e164).toList());
    }
}

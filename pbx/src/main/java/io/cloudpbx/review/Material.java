package io.cloudpbx.review;

import static java.util.stream.Collectors.toMap;

import io.cloudpbx.calls.PastTurns;
import io.cloudpbx.calls.PastTurns.PastTurn;
import io.cloudpbx.receptionist.Briefing;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Gist;
import io.cloudpbx.review.Plan.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The turns of a plan, and what a mind is told about each. */
@Component
class Material {
    private final Tests tests;
    private final PastTurns past;
    private final Briefings briefings;
    private final Clock clock;

    Material(Tests tests, PastTurns past, Briefings briefings, Clock clock) {
        this.tests = tests;
        this.past = past;
        this.briefings = briefings;
        this.clock = clock;
    }

    /** As they stand now, none of them begun. */
    List<RunTurn> turns(Plan plan, int most) {
        return switch (plan.what()) {
            case TESTS -> ofTests();
            case CALLS -> ofCalls(clock.instant().minus(Duration.ofDays(plan.days())), most);
        };
    }

    private List<RunTurn> ofTests() {
        var turns = new ArrayList<RunTurn>();
        for (SavedTest test : tests.all()) {
            var target = test.expected().target();
            var expected = new Gist(
                    test.expected().kind(), Optional.ofNullable(target).stream().toList());
            turns.add(new RunTurn(turns.size() + 1, test.id(), test.callId(), test.turn(), expected, "waiting", null));
        }
        return turns;
    }

    private List<RunTurn> ofCalls(Instant since, int most) {
        var turns = new ArrayList<RunTurn>();
        for (var turn : past.since(since, most)) {
            turns.add(new RunTurn(turns.size() + 1, null, turn.callId(), turn.turn(), turn.then(), "waiting", null));
        }
        return turns;
    }

    /** Empty when the words are there no more. @param draft of the briefing, for a plan with a draft */
    Optional<CallerTurn> of(RunTurn turn, Told told, @Nullable String draft) {
        return said(turn).map(each -> switch (told) {
            case THEN -> each;
            case PUBLISHED -> each.with(briefings.current());
            case DRAFT -> each.with(new Briefing(0, Objects.requireNonNullElse(draft, "")));
        });
    }

    private Optional<CallerTurn> said(RunTurn turn) {
        return turn.testId() == null
                ? past.find(turn.callId(), turn.turn()).map(each -> past.again(each.said(), each.callBegan()))
                : tests.find(turn.testId())
                        .map(test -> past.again(test.said(), test.said().at()));
    }

    /** What the caller said in each turn, by its place; left out where the words are there no more. */
    Map<Integer, String> wordsIn(List<RunTurn> turns) {
        var words = new HashMap<Integer, String>();
        var ofTests = tests.all().stream()
                .collect(toMap(SavedTest::id, test -> test.said().heard()));
        var ofCalls = new HashMap<UUID, List<PastTurn>>();
        for (RunTurn turn : turns) {
            Optional<String> heard = turn.testId() == null
                    ? ofCalls.computeIfAbsent(turn.callId(), past::of).stream()
                            .filter(each -> each.turn() == turn.turn())
                            .map(each -> each.said().heard())
                            .findFirst()
                    : Optional.ofNullable(ofTests.get(turn.testId()));
            heard.ifPresent(each -> words.put(turn.n(), each));
        }
        return words;
    }
}

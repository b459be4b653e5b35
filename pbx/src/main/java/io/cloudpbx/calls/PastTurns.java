package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.PastTurnRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.Earlier;
import io.cloudpbx.calls.talk.TurnView;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import io.cloudpbx.receptionist.Gist;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns that were decided, for whoever wants to decide them once more. Nothing that comes of that reaches a call. */
@Component
public class PastTurns {
    private final PastTurnRows past;
    private final CallRows calls;
    private final TurnRows turns;
    private final Reachable reachable;
    private final Settings settings;
    private final Knowledge knowledge;
    private final Briefings briefings;

    PastTurns(
            PastTurnRows past,
            CallRows calls,
            TurnRows turns,
            Reachable reachable,
            Settings settings,
            Knowledge knowledge,
            Briefings briefings) {
        this.past = past;
        this.calls = calls;
        this.turns = turns;
        this.reachable = reachable;
        this.settings = settings;
        this.knowledge = knowledge;
        this.briefings = briefings;
    }

    /** What a mind was told by a caller, and when. @param earlier oldest first */
    public record Said(Instant at, List<Spoken> earlier, String heard, double confidence) {
        public Said {
            earlier = List.copyOf(earlier);
        }
    }

    /**
     * One of them.
     *
     * @param caller whose call it was; null when they withheld their number
     * @param then what was decided
     */
    public record PastTurn(
            UUID callId,
            int turn,
            @Nullable PhoneNumber caller,
            Instant callBegan,
            Said said,
            String language,
            Gist then) {}

    /** Those of calls that began since then and are over, newest call first, as long as their words are there. */
    public List<PastTurn> since(Instant from, int most) {
        return past.callsSince(from, most).stream()
                .flatMap(id -> calls.find(id).stream())
                .flatMap(this::decidedIn)
                .limit(most)
                .toList();
    }

    /** Those of one call. */
    public List<PastTurn> of(UUID callId) {
        return calls.find(callId).stream().flatMap(this::decidedIn).toList();
    }

    public Optional<PastTurn> find(UUID callId, int turn) {
        return of(callId).stream().filter(each -> each.turn() == turn).findFirst();
    }

    private Stream<PastTurn> decidedIn(Call call) {
        var all = turns.of(call.id());
        return all.stream()
                .filter(turn -> turn.weighed() != null && turn.wordsDeletedAt() == null)
                .map(turn -> pastTurn(call, turn, all));
    }

    private static PastTurn pastTurn(Call call, TurnView turn, List<TurnView> all) {
        var weighed = Objects.requireNonNull(turn.weighed());
        var said = new Said(
                Objects.requireNonNullElse(turn.heardAt(), turn.saidAt()),
                Earlier.than(turn.turn(), all),
                Objects.requireNonNullElse(turn.heard(), ""),
                Objects.requireNonNullElse(turn.confidence(), 1.0));
        return new PastTurn(
                call.id(),
                turn.turn(),
                call.from(),
                call.startedAt(),
                said,
                weighed.language(),
                gist(weighed.decision()));
    }

    private static Gist gist(JsonNode decision) {
        var targets = Stream.of("target", "facts", "candidates")
                .map(decision::path)
                .flatMap(node -> node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asString)
                        : node.isString() ? Stream.of(node.asString()) : Stream.empty())
                .toList();
        return new Gist(decision.path("kind").asString(""), targets);
    }

    /** The same words at the same time of day, with whom and what there is now, and the briefing of then. */
    public CallerTurn again(Said said, Instant callBegan) {
        var company = settings.current();
        return new CallerTurn(
                new Asker.Reviewer(),
                company.businessName(),
                said.at(),
                company.timeZone(),
                said.earlier(),
                said.heard(),
                said.confidence(),
                reachable.directory(),
                knowledge.sheet(),
                briefings.asOf(callBegan));
    }
}

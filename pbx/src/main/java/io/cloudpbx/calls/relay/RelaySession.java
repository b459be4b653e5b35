package io.cloudpbx.calls.relay;

import io.cloudpbx.calls.Calls.Continued;
import io.cloudpbx.calls.Sentences;
import io.cloudpbx.calls.relay.flow.RelayFlow;
import io.cloudpbx.calls.relay.flow.RelayInput;
import io.cloudpbx.calls.relay.flow.RelayMove;
import io.cloudpbx.calls.relay.flow.RelayOutput;
import io.cloudpbx.calls.relay.flow.RelayState;
import io.cloudpbx.calls.talk.StreamedTalks;
import io.cloudpbx.calls.talk.StreamedTalks.Streamed;
import io.cloudpbx.calls.talk.StreamedTalks.Weighed;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Aloud;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One connection: does what {@link RelayFlow} says, one input after the other. While it is at it the carrier's next messages wait, so that
 * whoever floods it only waits.
 */
public final class RelaySession {
    private static final Logger LOG = LoggerFactory.getLogger(RelaySession.class);
    private static final int FAILED = 1011;

    private final UUID stream;
    private final Line line;
    private final StreamedTalks talks;
    private final Beside beside;
    private final Allowance allowance = new Allowance();
    private final ReentrantLock turn = new ReentrantLock();
    private RelayState state = RelayState.BEGINNING;
    private @Nullable Streamed streamed;

    RelaySession(UUID stream, Line line, StreamedTalks talks, Beside beside) {
        this.stream = stream;
        this.line = line;
        this.talks = talks;
        this.beside = beside;
    }

    void begin() {
        inTurn(() -> follow(RelayFlow.begin()));
    }

    /** The carrier sent this text. */
    public void received(String text) {
        inTurn(() ->
                follow(RelayFlow.on(state, allowance.takes() ? RelayMessages.read(text) : new RelayInput.Flood())));
    }

    /** The connection is gone. */
    public void gone() {
        on(new RelayInput.Gone());
    }

    private void on(RelayInput input) {
        inTurn(() -> follow(RelayFlow.on(state, input)));
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } catch (RuntimeException failure) {
            fail(failure);
        } finally {
            turn.unlock();
        }
    }

    /** The carrier then asks what to do, and the caller is listened to anew. */
    private void fail(RuntimeException failure) {
        LOG.error("A conversation in a stream failed, so it is begun again", failure);
        line.close(FAILED, "Something failed here");
    }

    private void follow(RelayMove first) {
        Deque<RelayInput> answers = new ArrayDeque<>();
        obey(first, answers);
        while (!answers.isEmpty()) {
            obey(RelayFlow.on(state, answers.remove()), answers);
        }
    }

    private void obey(RelayMove move, Deque<RelayInput> answers) {
        state = move.state();
        move.outputs().forEach(output -> obey(output).ifPresent(answers::add));
    }

    private Optional<RelayInput> obey(RelayOutput output) {
        return switch (output) {
            case RelayOutput.Admit(var call, var token) -> Optional.of(admit(call, token));
            case RelayOutput.Settle(var talk, var words, var decided, boolean waited) ->
                next(talks.spoke(stream, talk, words, new Weighed(decided, waited)));
            case RelayOutput.Press(var talk, var keys) -> next(talks.pressed(stream, talk, keys));
            case RelayOutput.Silence(var talk) -> next(talks.silent(stream, talk));
            case RelayOutput.Leave(var talk, var words, var said) -> next(talks.interrupted(stream, talk, words, said));
            default -> {
                send(output);
                yield Optional.empty();
            }
        };
    }

    private RelayInput admit(String call, String token) {
        var opened = talks.open(stream, call, token);
        streamed = opened.orElse(null);
        return opened.<RelayInput>map(open -> new RelayInput.Admitted(open.talk(), open.said()))
                .orElseGet(RelayInput.Refused::new);
    }

    private static Optional<RelayInput> next(Optional<Continued> continued) {
        return Optional.of(continued
                .<RelayInput>map(on -> new RelayInput.GoesOn(on.talk(), on.words()))
                .orElseGet(RelayInput.GoesElsewhere::new));
    }

    /** What is answered by nothing, or not at once. */
    private void send(RelayOutput output) {
        switch (output) {
            case RelayOutput.Think think -> opened().forEach(open -> think(open, think));
            case RelayOutput.Forget forget -> opened().forEach(open -> talks.forget(open.call()));
            case RelayOutput.Shorten(var talk, var heard) ->
                opened().forEach(open -> talks.shorten(open.call(), talk, heard));
            case RelayOutput.Wait(int which, var time) -> beside.later(time, () -> on(new RelayInput.Woke(which)));
            case RelayOutput.Say(var token, boolean last) -> line.send(RelayMessages.text(token, last));
            case RelayOutput.OneMoment(var language) ->
                line.send(RelayMessages.text(Sentences.patience(language) + " ", false));
            case RelayOutput.Speak(var language) -> line.send(RelayMessages.language(language));
            case RelayOutput.End end -> line.send(RelayMessages.end());
            case RelayOutput.Close(int code, var why) -> close(code, why);
            default -> throw new IllegalStateException("Answered elsewhere: " + output);
        }
    }

    private List<Streamed> opened() {
        return Optional.ofNullable(streamed).stream().toList();
    }

    private void think(Streamed open, RelayOutput.Think think) {
        int thought = think.thought();
        Aloud aloud = (sentence, language) -> on(new RelayInput.Aloud(thought, sentence, Language.tagged(language)));
        beside.now(() -> {
            try {
                on(new RelayInput.Thought(thought, talks.think(open.call(), think.talk(), think.words(), aloud)));
            } catch (RuntimeException failure) {
                fail(failure);
            }
        });
    }

    private void close(int code, String why) {
        LOG.atLevel(code == FAILED || streamed == null ? Level.WARN : Level.DEBUG)
                .log("Closing stream {}: {} {}", stream, code, why);
        line.close(code, why);
    }
}

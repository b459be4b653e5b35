package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.Calls.Continued;
import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallEvent.CallerInterrupted;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.relay.flow.Overheard;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.StreamRows;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Aloud;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Thoughts;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The shell around a conversation in a stream: the same minds, the same flow and the same transcript as {@link Talks} have. */
@Service
public class StreamedTalks {
    /** What a turn may take, by a model or without: what {@link Talks} grants in two parts. */
    private static final Duration BUDGET = Duration.ofMillis(3_500);

    private final Calls calls;
    private final CallRows callRows;
    private final StreamRows streams;
    private final Transcript transcript;
    private final Thoughts thoughts;
    private final Clock clock;

    StreamedTalks(
            Calls calls, CallRows callRows, StreamRows streams, Transcript transcript, Thoughts thoughts, Clock clock) {
        this.calls = calls;
        this.callRows = callRows;
        this.streams = streams;
        this.transcript = transcript;
        this.thoughts = thoughts;
        this.clock = clock;
    }

    /**
     * A call whose stream is open.
     *
     * @param talk how far the conversation has come
     * @param said what the carrier says at first
     */
    public record Streamed(UUID stream, Call call, Talk talk, String said) {}

    /** Whether the carrier was told to open it, and has not. */
    public boolean isAwaited(UUID stream) {
        return streams.isWanted(stream);
    }

    /** Opens it, once, for who brings its token for its call. */
    public Optional<Streamed> open(UUID stream, String carrierCall, String token) {
        if (!CarrierId.isOne(carrierCall)) {
            return Optional.empty();
        }
        return streams.open(stream, token, new CarrierId(carrierCall), clock.instant())
                .flatMap(open -> callRows.find(open.callId()).map(call -> {
                    Talk talk = CallUrls.talk(open.talk());
                    return new Streamed(stream, call, talk, transcript.saidBefore(call, talk));
                }));
    }

    /** Thinks about what the caller said, never longer than the budget of a turn. */
    public Decided think(Call call, Talk talk, String words, Aloud aloud) {
        var said = transcript.turn(call, talk, heard(words));
        return thoughts.about(new Thoughts.Turn(call.id(), talk.turn()), said, BUDGET, aloud)
                .orElseGet(() -> thoughts.withoutModel(said, "too_slow"));
    }

    /** Nobody waits for the thought any more: the request to a model ends at once. */
    public void forget(Call call) {
        thoughts.forget(call.id());
    }

    /** @return empty when the call goes on elsewhere, as for those below */
    public Optional<Continued> spoke(UUID stream, Talk talk, String words, Weighed weighed) {
        var decided = weighed.decided();
        var weighing = new Transcript.Weighing(heard(words), decided, weighed.waited());
        return calls.inStream(
                stream,
                new CallerSpoke(talk, decided.decision(), Language.tagged(decided.language())),
                (call, request) -> transcript.weighed(call, talk, weighing, request));
    }

    /** @param waited whether the caller was asked for a moment of patience */
    public record Weighed(Decided decided, boolean waited) {}

    public Optional<Continued> pressed(UUID stream, Talk talk, String keys) {
        return unweighed(stream, talk, new CallerPressed(talk, keys), Heard.of("", 1, keys));
    }

    public Optional<Continued> silent(UUID stream, Talk talk) {
        return unweighed(stream, talk, new CallerSilent(talk), Heard.of("", 1, ""));
    }

    /** @param said what the caller heard of the answer */
    public Optional<Continued> interrupted(UUID stream, Talk talk, String words, String said) {
        return unweighed(stream, talk, new CallerInterrupted(talk, said), heard(words));
    }

    private Optional<Continued> unweighed(UUID stream, Talk talk, CallEvent event, Heard heard) {
        return calls.inStream(stream, event, (call, request) -> transcript.heard(call, talk, heard, request));
    }

    /** Keeps of what was said before a turn only what the caller heard. */
    public void shorten(Call call, Talk talk, String reported) {
        Overheard.of(transcript.saidBefore(call, talk), reported)
                .ifPresent(said -> transcript.shortened(call, talk, said));
    }

    private static Heard heard(String words) {
        return Heard.of(words, 1, "");
    }
}

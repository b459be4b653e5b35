package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.fault.Part;
import io.cloudpbx.sandbox.fault.Site;
import io.cloudpbx.sandbox.relay.RelayClient;
import io.cloudpbx.sandbox.relay.RelayEvent;
import io.cloudpbx.sandbox.relay.RelayListener;
import io.cloudpbx.sandbox.relay.RelayOrder;
import io.cloudpbx.sandbox.relay.RelayOrderReader;
import io.cloudpbx.sandbox.relay.RelaySocket;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.ConversationRelay;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session of {@code <ConversationRelay>} ({@code twilio.md} section 10, E5): the carrier connects to a customer's
 * server, tells it what the caller says and presses, and speaks what it answers.
 *
 * <p>The server's answer takes real time, so after each thing it may want to answer carrier time runs at real pace,
 * until the talk cycle is complete or the server has had its chance. Messages that come unasked are taken when they come.
 */
final class RelayRun {
    private static final int MALFORMED_MAX = 10;
    private static final int NORMAL = 1000;
    /** "Not consistent with the type of the message" ({@code twilio.md} section 10.2). */
    private static final int REFUSED = 1007;

    private static final int BROKEN = 1006;
    private static final Duration AFTER_SETUP = Duration.ofSeconds(2);
    private static final Duration AFTER_PROMPT = Duration.ofSeconds(15);
    private static final Duration AFTER_KEY = Duration.ofSeconds(1);
    /** What a server sends in one breath belongs together. */
    private static final Duration AFTER_TALK = Duration.ofMillis(200);

    private final Leg leg;
    private final ConversationRelay relay;
    private final @Nullable Callback action;
    private final String sessionId = Sids.next("VX");
    private final Deque<String> inbox = new ArrayDeque<>();
    private final RelayMouth mouth;
    private final Instant since;
    private Optional<RelaySocket> socket = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Timeline.@Nullable Expectation expectation;
    private Instant expectedUntil = Instant.MAX;
    private int malformedInARow;

    RelayRun(Leg leg, Verb.Connect connect) {
        this.leg = leg;
        this.relay = connect.relay();
        this.action = connect.action();
        this.mouth = new RelayMouth(leg, relay, this::tell);
        this.since = leg.now();
    }

    /** How a session ends. */
    private sealed interface Outcome {
        record Ended(@Nullable String handoffData) implements Outcome {}

        record Completed() implements Outcome {}

        record Failed(int code, String message) implements Outcome {}
    }

    Next run() {
        String fault = relay.fault();
        if (fault != null) {
            return goOn(new Outcome.Failed(64101, "Invalid ConversationRelay settings: " + fault));
        }
        Deque<Character> keys = leg.takeKeys();
        try (Ear ear = leg.listen()) {
            connect();
            return goOn(converse(keys, ear));
        } catch (RelayClient.Unreachable unreachable) {
            return goOn(new Outcome.Failed(64102, String.valueOf(unreachable.getMessage())));
        } catch (LegEnded callerGone) {
            close(NORMAL);
            if (action != null) {
                AfterHangUp.tell(leg, action, parameters(new Outcome.Completed()));
            }
            throw callerGone;
        } finally {
            close(NORMAL);
            leg.ignoreKeys();
        }
    }

    private void connect() throws RelayClient.Unreachable {
        Timeline timeline = leg.conversation().timeline();
        RelayListener listener = new RelayListener() {
            @Override
            public void received(String message) {
                timeline.post(() -> inbox.add(message));
            }

            @Override
            public void closed(int code, String reason) {
                timeline.post(() -> serverIsGone(code, reason));
            }
        };
        expect(AFTER_SETUP);
        // Not Leg.outside: a connection that stands when the caller has hung up meanwhile has to be closed.
        Object connected = timeline.outside(() -> {
            try {
                return leg.equipment().relays().open(site(), leg.account().authToken(), listener);
            } catch (RelayClient.Unreachable unreachable) {
                return unreachable;
            }
        });
        switch (connected) {
            case RelaySocket open -> socket = Optional.of(open);
            case RelayClient.Unreachable unreachable -> throw unreachable;
            default -> throw new IllegalStateException(connected.toString());
        }
        leg.await(leg.now(), () -> false);
        tell(RelaySetup.of(leg, sessionId, relay.parameters()));
    }

    private Site site() {
        Set<String> numbers = Set.copyOf(List.of(leg.call().from(), leg.call().to()));
        return new Site(Part.RELAY, "GET", relay.url(), numbers, leg.account().sid(), "");
    }

    /** A closed door is Twilio's 64105, a broken connection its 39001; it never connects again. */
    private void serverIsGone(int code, String reason) {
        if (outcome.isEmpty()) {
            outcome = Optional.of(
                    code == BROKEN
                            ? new Outcome.Failed(39001, "Network error on the WebSocket: " + reason)
                            : new Outcome.Failed(
                                    64105, "WebSocket ended by the server: %d %s".formatted(code, reason)));
        }
    }

    private Outcome converse(Deque<Character> keys, Ear ear) {
        RelayEar hearing = new RelayEar(leg, relay, mouth, ear, this::tell);
        if (!relay.welcomeGreeting().isBlank()) {
            mouth.greet(relay.welcomeGreeting());
            stopExpecting();
        }
        while (outcome.isEmpty()) {
            while (!inbox.isEmpty() && outcome.isEmpty()) {
                obey(RelayOrderReader.read(inbox.remove()), hearing);
                socket.ifPresent(RelaySocket::next);
            }
            while (!keys.isEmpty()) {
                pressed(keys.remove());
            }
            if (hearing.goOn()) {
                expect(AFTER_PROMPT);
            }
            if (!leg.now().isBefore(expectedUntil)) {
                stopExpecting();
            }
            mouth.goOn();
            if (outcome.isEmpty()) {
                leg.await(
                        earliest(mouth.next(), hearing.next(), expectedUntil),
                        () -> !inbox.isEmpty()
                                || outcome.isPresent()
                                || !keys.isEmpty()
                                || hearing.isStirred()
                                || mouth.isStirred());
            }
        }
        return outcome.get();
    }

    private static Instant earliest(Instant one, Instant two, Instant three) {
        Instant earlier = one.isBefore(two) ? one : two;
        return earlier.isBefore(three) ? earlier : three;
    }

    private void obey(RelayOrder order, RelayEar hearing) {
        if (!(order instanceof RelayOrder.Invalid)) {
            malformedInARow = 0;
        }
        switch (order) {
            case RelayOrder.Text text -> {
                mouth.say(text.token(), text.last(), text.language(), text.manner());
                if (text.last()) {
                    expect(AFTER_TALK);
                }
            }
            case RelayOrder.Play play -> play(play);
            case RelayOrder.SendDigits digits -> KeyPresses.press(leg, digits.digits());
            case RelayOrder.Language language -> {
                if (language.ttsLanguage() != null) {
                    mouth.useLanguage(language.ttsLanguage());
                }
                if (language.transcriptionLanguage() != null) {
                    hearing.useLanguage(language.transcriptionLanguage());
                }
            }
            case RelayOrder.End end -> outcome = Optional.of(new Outcome.Ended(end.handoffData()));
            case RelayOrder.Invalid invalid -> refuse(invalid);
        }
    }

    private void play(RelayOrder.Play play) {
        SoundFiles.Result fetched =
                leg.outside(() -> leg.equipment().soundFiles().fetch(play.source()));
        switch (fetched) {
            case SoundFiles.Result.Sound sound ->
                mouth.play(play.source(), sound.samples(), play.loop(), play.manner());
            case SoundFiles.Result.Unplayable no -> Hood.error(leg, no.code(), no.reason());
        }
        expect(AFTER_TALK);
    }

    /** Ten malformed messages in a row end the session ({@code twilio.md} section 10.2). */
    private void refuse(RelayOrder.Invalid invalid) {
        Hood.error(leg, 64107, "Invalid message (" + invalid.reason() + "): " + invalid.message());
        tell(new RelayEvent.Fault("Invalid message received: " + invalid.message()));
        if (++malformedInARow == MALFORMED_MAX) {
            outcome = Optional.of(new Outcome.Failed(64105, "Ten invalid messages in a row"));
            close(REFUSED);
        }
    }

    private void pressed(char key) {
        boolean during = mouth.isSpeaking();
        boolean interrupts = during && mouth.interruptibleBy().dtmf();
        if (interrupts) {
            tell(mouth.interrupt());
        }
        boolean reported = !during || interrupts || relay.reportDuringSpeech().dtmf();
        if (relay.dtmfDetection() && reported) {
            tell(new RelayEvent.Dtmf(String.valueOf(key)));
            expect(AFTER_KEY);
        }
    }

    private void tell(RelayEvent event) {
        Hood.relay(leg, event);
        socket.ifPresent(open -> open.send(event));
    }

    private void expect(Duration atMost) {
        stopExpecting();
        expectation = leg.conversation().timeline().expect(atMost);
        expectedUntil = leg.now().plus(atMost);
    }

    private void stopExpecting() {
        Timeline.Expectation before = expectation;
        expectation = null;
        expectedUntil = Instant.MAX;
        if (before != null) {
            before.close();
        }
    }

    private void close(int code) {
        stopExpecting();
        mouth.stop();
        socket.ifPresent(open -> open.close(code, ""));
        socket = Optional.empty();
    }

    private Next goOn(Outcome how) {
        close(NORMAL);
        if (how instanceof Outcome.Failed failed) {
            Hood.error(leg, failed.code(), failed.message());
        }
        return action == null ? new Next.Onward() : new Next.GoTo(action, parameters(how));
    }

    private Map<String, String> parameters(Outcome how) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("SessionId", sessionId);
        parameters.put(
                "SessionDuration",
                String.valueOf(Duration.between(since, leg.now()).toSeconds()));
        switch (how) {
            case Outcome.Ended ended -> {
                parameters.put("SessionStatus", "ended");
                if (ended.handoffData() != null) {
                    parameters.put("HandoffData", ended.handoffData());
                }
            }
            case Outcome.Completed completed -> parameters.put("SessionStatus", "completed");
            case Outcome.Failed failed -> {
                parameters.put("SessionStatus", "failed");
                parameters.put("ErrorCode", String.valueOf(failed.code()));
                parameters.put("ErrorMessage", failed.message());
            }
        }
        return parameters;
    }
}

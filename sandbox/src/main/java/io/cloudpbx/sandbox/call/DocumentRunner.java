package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Document;
import io.cloudpbx.sandbox.twiml.Reading;
import io.cloudpbx.sandbox.twiml.TwimlParser;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.twiml.Warning;
import io.cloudpbx.sandbox.webhook.WebhookReply;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs documents on a leg, one after the other, until one ends ({@code twilio.md} section 6). */
final class DocumentRunner {
    private static final int SOUND_LOOPS = 1000;
    private static final String APOLOGY = "We are sorry. An application error has occurred. Goodbye.";

    private final Leg leg;
    private final Switching switching;
    private final Scope scope;
    private final Optional<WebhookTarget> fallback;
    private final PromptPlayer prompts;

    /** Where a document runs: a whisper may do less ({@code twilio.md} section 7, {@code <Number url>}). */
    enum Scope {
        CALL,
        WHISPER,
        /** What is heard by who waits, is on hold, or is told something in a conference ({@code twilio.md} section 6). */
        MUSIC,
        /** What is heard in a queue ({@code twilio.md} section 8.2). */
        QUEUE;

        boolean allows(Verb verb) {
            return switch (this) {
                case CALL, WHISPER -> true;
                case MUSIC -> verb instanceof Verb.Prompt || verb instanceof Verb.Redirect;
                case QUEUE ->
                    verb instanceof Verb.Prompt
                            || verb instanceof Verb.Redirect
                            || verb instanceof Verb.Gather
                            || verb instanceof Verb.Leave
                            || verb instanceof Verb.Hangup;
            };
        }

        /** Whether a caller who hears it would be told that something went wrong, and loses the call. */
        boolean isTheCall() {
            return this == CALL || this == WHISPER;
        }
    }

    /** How the last document ended. */
    enum Ending {
        END_OF_DOCUMENT,
        HUNG_UP,
        LEFT,
        FAILED
    }

    /** @param fallback asked when a document of this call cannot be had or read */
    DocumentRunner(Leg leg, Switching switching, Scope scope, @Nullable WebhookTarget fallback) {
        this(leg, switching, scope, fallback, new PromptPlayer(leg));
    }

    /** @param prompts plays what is said here */
    DocumentRunner(Leg leg, Switching switching, Scope scope, @Nullable WebhookTarget fallback, PromptPlayer prompts) {
        this.leg = leg;
        this.switching = switching;
        this.scope = scope;
        this.fallback = Optional.ofNullable(fallback);
        this.prompts = prompts;
    }

    /** @throws LegEnded when the leg ended first */
    Ending run(Instructions first) {
        Step step = new Step.Load(first);
        while (!(step instanceof Step.End end)) {
            step = advance(step);
        }
        return end.how();
    }

    private Step advance(Step step) {
        try {
            return switch (step) {
                case Step.Load load -> load(load.instructions());
                case Step.Perform perform -> perform(perform.document());
                case Step.Apologise apologise -> apologise();
                case Step.End end -> end;
            };
        } catch (LegRedirected redirected) {
            // Also away from what is heard while waiting: whoever has the leg wait goes on with it.
            if (!scope.isTheCall()) {
                throw redirected;
            }
            return new Step.Load(redirected.instructions());
        }
    }

    private sealed interface Step {
        record Load(Instructions instructions) implements Step {}

        record Perform(Document document) implements Step {}

        record Apologise() implements Step {}

        record End(Ending how) implements Step {}
    }

    private Step load(Instructions instructions) {
        return switch (instructions) {
            case Instructions.Inline inline ->
                understand(TwimlParser.parse(inline.twiml().getBytes(StandardCharsets.UTF_8), "text/xml", null))
                        .map(this::performed)
                        .orElse(new Step.Apologise());
            case Instructions.Fetch fetch -> fetch(fetch);
        };
    }

    private Step performed(Document document) {
        return new Step.Perform(document);
    }

    private Step fetch(Instructions.Fetch fetch) {
        if (!leg.conversation().mayFetch()) {
            report(11215, "The call asked for more than " + Conversation.FETCHES_MAX + " documents");
            return new Step.Apologise();
        }
        WebhookReply reply = ask(fetch.target(), fetch.parameters());
        if (!(reply instanceof WebhookReply.Answered answered)) {
            return new Step.Apologise();
        }
        Reading reading = read(answered);
        if (reading instanceof Reading.Refused refused) {
            report(refused.code(), refused.reason());
            return instead(fetch, answered, refused);
        }
        return understand(reading).map(this::performed).orElse(new Step.Apologise());
    }

    /** What a fetch failure does in the webhook client, an unreadable document does here: the fallback is asked. */
    private Step instead(Instructions.Fetch fetch, WebhookReply.Answered unreadable, Reading.Refused refused) {
        String url = fetch.target().fallbackUrl();
        if (url == null || url.equals(unreadable.url())) {
            return new Step.Apologise();
        }
        Map<String, String> parameters = new LinkedHashMap<>(fetch.parameters());
        parameters.put("ErrorCode", String.valueOf(refused.code()));
        parameters.put("ErrorUrl", unreadable.url());
        return new Step.Load(
                new Instructions.Fetch(WebhookTarget.of(url, fetch.target().fallbackMethod()), parameters));
    }

    private WebhookReply ask(WebhookTarget target, Map<String, String> added) {
        Map<String, String> parameters = leg.parameters();
        parameters.putAll(added);
        return leg.outside(() -> leg.equipment()
                .webhooks()
                .fetch(leg.account(), target, parameters, leg.call().sid()));
    }

    private Reading read(WebhookReply.Answered answered) {
        // Who waits hears a sound again and again, not once before the call ends.
        if (!scope.isTheCall() && answered.contentType().startsWith("audio/")) {
            Verb again = new Verb.Play(answered.url(), SOUND_LOOPS);
            return new Reading.Understood(new Document(List.of(again), List.of()));
        }
        return TwimlParser.parse(answered.body(), answered.contentType(), answered.url());
    }

    private Optional<Document> understand(Reading reading) {
        return switch (reading) {
            case Reading.Refused refused -> {
                report(refused.code(), refused.reason());
                yield Optional.empty();
            }
            case Reading.Understood understood -> {
                understood.document().warnings().forEach(this::warn);
                yield Optional.of(understood.document());
            }
        };
    }

    private Step perform(Document document) {
        for (Verb verb : document.verbs()) {
            if (answers(verb)) {
                leg.answer();
            }
            switch (perform(verb)) {
                case Next.Onward onward -> {}
                case Next.GoTo next -> {
                    return new Step.Load(new Instructions.Fetch(target(next.callback()), next.parameters()));
                }
                case Next.HangUp hangUp -> {
                    return new Step.End(Ending.HUNG_UP);
                }
                case Next.Leave leave -> {
                    return new Step.End(Ending.LEFT);
                }
                case Next.Fail fail -> {
                    return new Step.Apologise();
                }
            }
        }
        leg.answer();
        return new Step.End(Ending.END_OF_DOCUMENT);
    }

    /** The first verb answers the call, with these exceptions ({@code twilio.md} section 6). */
    private static boolean answers(Verb verb) {
        return switch (verb) {
            case Verb.Reject reject -> false;
            case Verb.Pause pause -> false;
            case Verb.Redirect redirect -> false;
            case Verb.Dial dial -> !dial.answerOnBridge();
            case Verb.Say say -> true;
            case Verb.Play play -> true;
            case Verb.PressKeys keys -> true;
            case Verb.Gather gather -> true;
            case Verb.TakeMessage message -> true;
            case Verb.Hangup hangup -> true;
            case Verb.Connect connect -> true;
            case Verb.Begin begin -> true;
            case Verb.Echo echo -> true;
            case Verb.Stop stop -> true;
            case Verb.Sms sms -> true;
            case Verb.Enqueue enqueue -> true;
            case Verb.Leave leave -> true;
            case Verb.UnsupportedVerb unsupported -> true;
        };
    }

    private Next perform(Verb verb) {
        if (!scope.allows(verb)) {
            String name = verb.getClass().getSimpleName();
            return refuse(scope == Scope.MUSIC ? 13238 : 12200, name + " is not allowed while somebody waits");
        }
        return switch (verb) {
            case Verb.Prompt prompt -> {
                prompts.play(prompt, () -> false);
                yield new Next.Onward();
            }
            case Verb.PressKeys keys -> KeyPresses.press(leg, keys);
            case Verb.Gather gather -> new GatherRun(leg, prompts, gather).run();
            case Verb.TakeMessage message when scope == Scope.CALL -> new MessageRun(leg, prompts, message).run();
            case Verb.Dial dial when scope == Scope.CALL -> new DialRun(leg, switching, dial).run();
            case Verb.Connect connect when scope == Scope.CALL -> new RelayRun(leg, connect).run();
            case Verb.Sms sms when scope == Scope.CALL -> new SmsRun(leg, sms).run();
            case Verb.Echo echo -> new EchoRun(leg).run();
            case Verb.Begin begin -> Background.begin(leg, begin.what());
            case Verb.Stop stop -> Background.stop(leg, stop);
            case Verb.Redirect redirect -> new Next.GoTo(redirect.to(), Map.of());
            case Verb.Reject reject -> reject(reject);
            case Verb.Hangup hangup -> new Next.HangUp();
            case Verb.Enqueue enqueue when scope == Scope.CALL -> new QueueRun(leg, switching, enqueue).run();
            case Verb.Leave leave -> leave();
            case Verb.UnsupportedVerb unsupported -> refuse(12200, "<" + unsupported.name() + "> is not imitated here");
            case Verb.Dial dial -> refuse(13201, "Dial: Cannot Dial out from a Dial Call Segment");
            case Verb.TakeMessage message -> refuse(12200, "<Record> is not allowed before the parties are connected");
            case Verb.Sms sms -> refuse(12200, "<Sms> is not allowed before the parties are connected");
            case Verb.Enqueue enqueue -> refuse(12200, "<Enqueue> is not allowed before the parties are connected");
            case Verb.Connect connect -> refuse(12200, "<Connect> is not allowed before the parties are connected");
        };
    }

    /** Later in a call it can only hang up. */
    private Next reject(Verb.Reject reject) {
        if (!leg.isAnswered()) {
            leg.hangUp(reject.busy() ? Call.Status.BUSY : Call.Status.NO_ANSWER);
        }
        return new Next.HangUp();
    }

    /** Who waits in no queue has nothing to leave. */
    private Next leave() {
        if (scope == Scope.QUEUE) {
            return new Next.Leave();
        }
        Hood.warning(leg, 12200, "<Leave> outside a queue");
        return new Next.Onward();
    }

    private Next refuse(int code, String reason) {
        report(code, reason);
        return new Next.Fail();
    }

    /** URLs inside a document share the call's fallback ({@code twilio.md} section 5). */
    private WebhookTarget target(Callback callback) {
        return fallback.map(other -> new WebhookTarget(
                        callback.url(), callback.method(), other.fallbackUrl(), other.fallbackMethod()))
                .orElseGet(() -> WebhookTarget.of(callback.url(), callback.method()));
    }

    private Step apologise() {
        if (!scope.isTheCall()) {
            return new Step.End(Ending.FAILED);
        }
        leg.answer();
        prompts.play(new Verb.Say(APOLOGY, "man", "en-US", 1), () -> false);
        return new Step.End(Ending.FAILED);
    }

    private void warn(Warning warning) {
        Hood.warning(leg, warning.code(), warning.message());
    }

    private void report(int code, String message) {
        Hood.error(leg, code, message);
    }
}

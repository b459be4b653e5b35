package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Attributes.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads one verb; defaults, limits and nesting as in {@code twilio.md} sections 6 and 7. */
final class VerbReader {
    private static final int MAX_LOOPS = 1000;
    private static final int MAX_SAY_CHARACTERS = 4096;
    private static final int MAX_RECORDING_SECONDS = 86_400;
    private static final int MAX_TRANSCRIBED_SECONDS = 120;
    private static final int HOUR = 3600;
    private static final Set<String> NOT_IMITATED = Set.of("Refer", "Pay", "Prompt", "Queue", "Message");
    /** {@code twilio.md} section 6 names no child of theirs. */
    private static final Set<String> CHILDLESS =
            Set.of("Play", "Pause", "Record", "Redirect", "Reject", "Hangup", "Leave", "Echo", "Sms");

    private static final int HINTS_MAX = 500;
    private static final int HINT_CHARACTERS_MAX = 100;
    private static final Set<String> SPEECH_MODELS = Set.of(
            "default",
            "numbers_and_commands",
            "phone_call",
            "experimental_conversations",
            "experimental_utterances",
            "googlev2_long",
            "googlev2_short",
            "googlev2_telephony",
            "googlev2_telephony_short",
            "deepgram_nova-2",
            "deepgram_nova-3");
    private static final Set<String> RECORDING_EVENTS = Set.of("in-progress", "completed", "absent");

    private final @Nullable String documentUrl;
    private final List<Warning> warnings;

    VerbReader(@Nullable String documentUrl, List<Warning> warnings) {
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    /** Empty when the element is no verb at all, or asks for nothing. */
    Optional<Verb> verb(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        Optional<Verb> verb = read(element, attributes);
        attributes.reportUnknown();
        if (CHILDLESS.contains(element.getTagName())) {
            reportChildren(element);
        }
        return verb;
    }

    private void reportChildren(Element element) {
        for (Element child : TwimlParser.childElements(element)) {
            warnings.add(new Warning(
                    12200, "<" + element.getTagName() + ">: invalid nested element <" + child.getTagName() + ">"));
        }
    }

    private Optional<Verb> read(Element element, Attributes attributes) {
        return switch (element.getTagName()) {
            case "Say" -> say(element, attributes);
            case "Play" -> play(element, attributes);
            case "Pause" -> Optional.of(pause(attributes));
            case "Gather" -> Optional.of(gather(element, attributes));
            case "Record" -> Optional.of(takeMessage(attributes));
            case "Dial" -> Optional.of(new DialReader(documentUrl, warnings).dial(element, attributes));
            case "Echo" -> Optional.of(new Verb.Echo());
            case "Connect" -> Optional.of(connect(element, attributes));
            case "Start" -> Optional.of(new BackgroundReader(documentUrl, warnings).start(element));
            case "Stop" -> Optional.of(new BackgroundReader(documentUrl, warnings).stop(element));
            case "Sms" -> sms(element, attributes);
            case "Redirect" -> redirect(element, attributes);
            case "Reject" -> Optional.of(reject(attributes));
            case "Hangup" -> Optional.of(new Verb.Hangup());
            case "Enqueue" -> new QueueReader(documentUrl, warnings).enqueue(element, attributes);
            case "Leave" -> Optional.of(new Verb.Leave());
            default -> unknown(element, attributes);
        };
    }

    private Optional<Verb> unknown(Element element, Attributes attributes) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.ignore(element.getAttributes().item(i).getNodeName());
        }
        if (NOT_IMITATED.contains(element.getTagName())) {
            return Optional.of(new Verb.UnsupportedVerb(element.getTagName()));
        }
        warnings.add(new Warning(12200, "Invalid content was found: <" + element.getTagName() + ">"));
        return Optional.empty();
    }

    private Optional<Verb> say(Element element, Attributes attributes) {
        String voice = attributes.text("voice", "man");
        String language = attributes.text("language", "en-US");
        int loop = loops(attributes, 13510);
        String text = element.getTextContent().strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            warnings.add(new Warning(13520, "Say: Invalid text"));
            return Optional.empty();
        }
        return isTooLong(text, warnings) ? Optional.empty() : Optional.of(new Verb.Say(text, voice, language, loop));
    }

    /** A longer text is reported and not said. */
    static boolean isTooLong(String text, List<Warning> warnings) {
        if (text.length() > MAX_SAY_CHARACTERS) {
            warnings.add(new Warning(13521, "Say: text is longer than 4096 characters"));
            return true;
        }
        return false;
    }

    private Optional<Verb> play(Element element, Attributes attributes) {
        int loop = loops(attributes, 13410);
        String digits = attributes.optional("digits");
        if (digits != null) {
            return keys(digits, loop);
        }
        String url = attributes.resolve(element.getTextContent());
        return url == null ? Optional.empty() : Optional.of(new Verb.Play(url, loop));
    }

    private Optional<Verb> keys(String digits, int loop) {
        if (!digits.chars().allMatch(key -> "0123456789wW#*".indexOf(key) >= 0)) {
            warnings.add(new Warning(12200, "Play: invalid digits '" + digits + "'"));
            return Optional.empty();
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(new Verb.PressKeys(digits, loop));
    }

    private static int loops(Attributes attributes, int errorCode) {
        int loop = attributes.number("loop", 1, new Range(0, Integer.MAX_VALUE, errorCode));
        return loop == 0 ? MAX_LOOPS : Math.min(loop, MAX_LOOPS);
    }

    private static Verb.Pause pause(Attributes attributes) {
        return new Verb.Pause(attributes.seconds("length", 1, new Range(0, Integer.MAX_VALUE, 13910)));
    }

    private Verb gather(Element element, Attributes attributes) {
        attributes.ignore("profanityFilter", "enhanced", "debug");
        checkHints(attributes);
        Callback action = attributes.action(13312);
        Duration timeout = gatherTimeout(attributes);
        return new Verb.Gather(
                input(attributes),
                action,
                timeout,
                speechTimeout(attributes, timeout),
                attributes.seconds("maxSpeechTime", 60, new Range(1, 60, 13328)),
                attributes.number("numDigits", 0, new Range(1, Integer.MAX_VALUE, 13314)),
                gatherFinishKey(attributes),
                attributes.flag("actionOnEmptyResult", false, 12200),
                attributes.flag("bargeIn", true, 12200),
                attributes.text("language", "en-US"),
                attributes.callback("partialResultCallback", "partialResultCallbackMethod", 12200),
                prompts(element));
    }

    private static Duration gatherTimeout(Attributes attributes) {
        // "auto" is documented for speech; it waits as long as the default does.
        return "auto".equals(attributes.optional("timeout"))
                ? Duration.ofSeconds(5)
                : attributes.seconds("timeout", 5, new Range(1, Integer.MAX_VALUE, 13313));
    }

    /** At most 500 phrases of at most 100 characters ({@code twilio.md} section 7). */
    private static void checkHints(Attributes attributes) {
        String[] hints = attributes.text("hints", "").split(",", -1);
        boolean tooLong = Arrays.stream(hints).anyMatch(hint -> hint.strip().length() > HINT_CHARACTERS_MAX);
        if (hints.length > HINTS_MAX || tooLong) {
            attributes.warn(12200, "hints");
        }
    }

    private static @Nullable Duration speechTimeout(Attributes attributes, Duration timeout) {
        String model = attributes.optional("speechModel");
        if (model != null && !SPEECH_MODELS.contains(model)) {
            attributes.warn(12200, "speechModel");
        }
        String written = attributes.optional("speechTimeout");
        if (!"auto".equals(written)) {
            return attributes.seconds("speechTimeout", (int) timeout.toSeconds(), new Range(1, 3600, 13327));
        }
        if (model != null) {
            attributes.warn(13335, "speechTimeout");
        }
        return null;
    }

    private static Set<Verb.Input> input(Attributes attributes) {
        Set<Verb.Input> input = EnumSet.noneOf(Verb.Input.class);
        for (String word : attributes
                .text("input", "dtmf")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+", -1)) {
            switch (word) {
                case "dtmf" -> input.add(Verb.Input.DTMF);
                case "speech" -> input.add(Verb.Input.SPEECH);
                default -> attributes.warn(12200, "input");
            }
        }
        return input.isEmpty() ? EnumSet.of(Verb.Input.DTMF) : input;
    }

    private static String gatherFinishKey(Attributes attributes) {
        String keys = attributes.keys("finishOnKey", "#", 13310);
        if (keys.length() > 1) {
            attributes.warn(13311, "finishOnKey");
            return "#";
        }
        return keys;
    }

    private List<Verb.Prompt> prompts(Element gather) {
        List<Verb.Prompt> prompts = new ArrayList<>();
        for (Element child : TwimlParser.childElements(gather)) {
            boolean allowed = Set.of("Say", "Play", "Pause").contains(child.getTagName());
            if (allowed && verb(child).orElse(null) instanceof Verb.Prompt prompt) {
                prompts.add(prompt);
            } else if (!allowed || child.hasAttribute("digits")) {
                warnings.add(new Warning(13320, "Gather: Invalid nested verb <" + child.getTagName() + ">"));
            }
        }
        return List.copyOf(prompts);
    }

    private Verb takeMessage(Attributes attributes) {
        boolean transcribe = attributes.flag("transcribe", false, 13614);
        return new Verb.TakeMessage(
                attributes.action(13610),
                attributes.seconds("timeout", 5, new Range(0, Integer.MAX_VALUE, 13611)),
                attributes.keys("finishOnKey", "1234567890*#", 13613),
                maxLength(attributes, transcribe),
                attributes.flag("playBeep", true, 13616),
                trims(attributes, "trim-silence"),
                recordingCallback(attributes),
                transcribe,
                attributes.callback("transcribeCallback", "transcribeCallbackMethod", 12200));
    }

    private Duration maxLength(Attributes attributes, boolean transcribe) {
        int byDefault = transcribe ? MAX_TRANSCRIBED_SECONDS : HOUR;
        int seconds = attributes.number("maxLength", byDefault, new Range(1, MAX_RECORDING_SECONDS, 13612));
        if (transcribe && seconds > MAX_TRANSCRIBED_SECONDS) {
            attributes.warn(13615, "maxLength");
        }
        return Duration.ofSeconds(seconds);
    }

    static boolean trims(Attributes attributes, String byDefault) {
        String trim = attributes.text("trim", byDefault);
        if (!trim.equals("trim-silence") && !trim.equals("do-not-trim")) {
            attributes.warn(12200, "trim");
            trim = byDefault;
        }
        return trim.equals("trim-silence");
    }

    static Verb.Track track(Attributes attributes, String name) {
        String track = attributes.text(name, "both");
        return switch (track) {
            case "inbound" -> Verb.Track.INBOUND;
            case "outbound" -> Verb.Track.OUTBOUND;
            case "both" -> Verb.Track.BOTH;
            default -> {
                attributes.warn(12200, name);
                yield Verb.Track.BOTH;
            }
        };
    }

    static Verb.@Nullable RecordingCallback recordingCallback(Attributes attributes) {
        Callback callback = attributes.callback("recordingStatusCallback", "recordingStatusCallbackMethod", 12200);
        Set<String> events = attributes.events("recordingStatusCallbackEvent", "completed", RECORDING_EVENTS);
        return callback == null ? null : new Verb.RecordingCallback(callback, events);
    }

    private Verb connect(Element element, Attributes attributes) {
        List<Element> nouns = TwimlParser.childElements(element);
        Callback action = attributes.callback("action", "method", 12200);
        if (nouns.size() == 1 && nouns.getFirst().getTagName().equals("ConversationRelay")) {
            return new Verb.Connect(new RelayReader(documentUrl, warnings).relay(nouns.getFirst()), action);
        }
        return new Verb.UnsupportedVerb(
                "Connect" + (nouns.isEmpty() ? "" : "><" + nouns.getFirst().getTagName()));
    }

    private Optional<Verb> sms(Element element, Attributes attributes) {
        String body = element.getTextContent().strip();
        Callback action = attributes.callback("action", "method", 14104);
        String statusCallback = attributes.optional("statusCallback");
        String told = statusCallback == null || statusCallback.isBlank() ? null : attributes.resolve(statusCallback);
        Verb.Sms sms = new Verb.Sms(
                body,
                attributes.optional("to"),
                attributes.optional("from"),
                action,
                told == null ? null : new Callback(told, "POST"));
        if (body.isEmpty()) {
            warnings.add(new Warning(14103, "Sms: Invalid Body"));
            return Optional.empty();
        }
        return Optional.of(sms);
    }

    private Optional<Verb> redirect(Element element, Attributes attributes) {
        String method = attributes.method("method", 13710);
        String written = element.getTextContent().strip();
        String url = written.isEmpty() && documentUrl != null ? documentUrl : attributes.resolve(written);
        return url == null ? Optional.empty() : Optional.of(new Verb.Redirect(new Callback(url, method)));
    }

    private static Verb reject(Attributes attributes) {
        String reason = attributes.text("reason", "rejected");
        if (!reason.equals("rejected") && !reason.equals("busy")) {
            attributes.warn(12200, "reason");
        }
        return new Verb.Reject(reason.equals("busy"));
    }
}

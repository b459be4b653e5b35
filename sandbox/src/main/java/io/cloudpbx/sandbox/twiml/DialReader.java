package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Attributes.Range;
import io.cloudpbx.sandbox.twiml.Verb.DialRecording;
import io.cloudpbx.sandbox.twiml.Verb.DialRecording.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <Dial>} and its nouns. */
final class DialReader {
    private static final int MAX_NOUNS = 10;
    private static final int FOUR_HOURS = 14_400;
    private static final int DAY = 86_400;
    private static final int CALL_REASON_MAX = 50;
    private static final Pattern SEND_DIGITS = Pattern.compile("[0-9wW#*ABCD]*");
    private static final Pattern BYOC_TRUNK = Pattern.compile("BY[0-9a-fA-F]{32}");
    private static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");
    private final @Nullable String documentUrl;
    private final List<Warning> warnings;

    DialReader(@Nullable String documentUrl, List<Warning> warnings) {
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    Verb dial(Element element, Attributes attributes) {
        attributes.ignore("ringTone", "referMethod", "events");
        if (attributes.optional("referUrl") != null) {
            warnings.add(new Warning(12200, "<Dial>: referUrl is not imitated here"));
        }
        if (attributes.text("callReason", "").length() > CALL_REASON_MAX) {
            attributes.warn(12200, "callReason");
        }
        return new Verb.Dial(
                nouns(element),
                attributes.callback("action", "method", 13210),
                attributes.seconds("timeout", 30, new Range(5, 600, 13212)),
                attributes.seconds("timeLimit", FOUR_HOURS, new Range(1, DAY, 13216)),
                attributes.optional("callerId"),
                attributes.flag("answerOnBridge", false, 12200),
                attributes.flag("hangupOnStar", false, 13213),
                attributes.flag("sequential", false, 12200),
                recording(attributes));
    }

    private List<Verb.Noun> nouns(Element dial) {
        List<Verb.Noun> nouns = new ArrayList<>();
        for (Element child : TwimlParser.childElements(dial)) {
            switch (child.getTagName()) {
                case "Number" -> nouns.add(number(child));
                case "Client" -> nouns.add(client(child));
                case "Sip" -> nouns.add(sip(child));
                case "Conference" -> nouns.add(new ConferenceReader(documentUrl, warnings).conference(child));
                case "Queue" -> nouns.add(new QueueReader(documentUrl, warnings).queue(child));
                case "Application", "Sim", "WhatsApp" -> nouns.add(new Verb.UnsupportedNoun(child.getTagName()));
                default ->
                    warnings.add(new Warning(13215, "Dial: Invalid nested element <" + child.getTagName() + ">"));
            }
        }
        String text = TwimlParser.ownText(dial);
        if (nouns.isEmpty() && !text.isEmpty()) {
            nouns.add(new Verb.PhoneNumber(text, "", null, null));
        }
        if (nouns.size() > MAX_NOUNS) {
            warnings.add(new Warning(12200, "<Dial>: calls the first " + MAX_NOUNS + " of " + nouns.size()));
        }
        return List.copyOf(nouns.subList(0, Math.min(MAX_NOUNS, nouns.size())));
    }

    private Verb.PhoneNumber number(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        String byoc = attributes.optional("byoc");
        if (byoc != null && !BYOC_TRUNK.matcher(byoc).matches()) {
            attributes.warn(12200, "byoc");
        }
        Verb.PhoneNumber number = new Verb.PhoneNumber(
                element.getTextContent().strip(),
                sendDigits(attributes),
                attributes.callback("url", "method", 13221),
                statusCallback(attributes),
                machineDetection(attributes));
        attributes.reportUnknown();
        return number;
    }

    private Verb.Client client(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        String identity = element.getTextContent().strip();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element child : TwimlParser.childElements(element)) {
            Attributes own = new Attributes(child, documentUrl, warnings);
            switch (child.getTagName()) {
                case "Identity" -> identity = child.getTextContent().strip();
                case "Parameter" -> parameters.put(own.text("name", ""), own.text("value", ""));
                default ->
                    warnings.add(new Warning(12200, "<Client>: invalid nested element <" + child.getTagName() + ">"));
            }
            own.reportUnknown();
        }
        Verb.Client client = new Verb.Client(
                identity,
                Map.copyOf(parameters),
                attributes.callback("url", "method", 12200),
                statusCallback(attributes));
        attributes.reportUnknown();
        return client;
    }

    private Verb.Sip sip(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        Verb.Sip sip = new Verb.Sip(
                element.getTextContent().strip(),
                attributes.text("username", ""),
                attributes.text("password", ""),
                attributes.callback("url", "method", 12200),
                statusCallback(attributes));
        attributes.reportUnknown();
        return sip;
    }

    private static Verb.@Nullable MachineDetection machineDetection(Attributes attributes) {
        String wanted = attributes.text("machineDetection", "");
        if (!wanted.isEmpty() && !wanted.equals("Enable") && !wanted.equals("DetectMessageEnd")) {
            attributes.warn(12200, "machineDetection");
        }
        Verb.MachineDetection detection = new Verb.MachineDetection(
                wanted.equals("DetectMessageEnd"),
                attributes.seconds("machineDetectionTimeout", 30, new Range(3, 59, 12200)),
                millis(attributes, "machineDetectionSpeechThreshold", 2400, new Range(1000, 6000, 12200)),
                millis(attributes, "machineDetectionSpeechEndThreshold", 1200, new Range(500, 5000, 12200)),
                millis(attributes, "machineDetectionSilenceTimeout", 5000, new Range(2000, 10_000, 12200)),
                attributes.callback("amdStatusCallback", "amdStatusCallbackMethod", 12200));
        return wanted.equals("Enable") || wanted.equals("DetectMessageEnd") ? detection : null;
    }

    private static Duration millis(Attributes attributes, String name, int byDefault, Range range) {
        return Duration.ofMillis(attributes.number(name, byDefault, range));
    }

    private static String sendDigits(Attributes attributes) {
        String digits = attributes.text("sendDigits", "");
        if (!SEND_DIGITS.matcher(digits).matches()) {
            attributes.warn(13222, "sendDigits");
            return "";
        }
        return digits;
    }

    private static Verb.@Nullable StatusCallback statusCallback(Attributes attributes) {
        Callback callback = attributes.callback("statusCallback", "statusCallbackMethod", 12200);
        Set<String> events = attributes.events("statusCallbackEvent", "completed", EVENTS);
        return callback == null ? null : new Verb.StatusCallback(callback, events);
    }

    private static DialRecording recording(Attributes attributes) {
        String record = attributes.text("record", "do-not-record");
        Start start = switch (record) {
            case "do-not-record", "false" -> Start.NEVER;
            case "true", "record-from-answer", "record-from-answer-dual" -> Start.FROM_ANSWER;
            case "record-from-ringing", "record-from-ringing-dual" -> Start.FROM_RINGING;
            default -> {
                attributes.warn(12200, "record");
                yield Start.NEVER;
            }
        };
        return new DialRecording(
                start,
                record.endsWith("-dual"),
                VerbReader.track(attributes, "recordingTrack"),
                VerbReader.trims(attributes, "do-not-trim"),
                VerbReader.recordingCallback(attributes));
    }
}

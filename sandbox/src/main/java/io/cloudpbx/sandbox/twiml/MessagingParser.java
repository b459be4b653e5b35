package io.cloudpbx.sandbox.twiml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads what a customer's server answered to a text ({@code twilio.md} sections 1 and 9). */
public final class MessagingParser {
    /** More texts in one reply are not sent (14109). */
    public static final int MESSAGES_MAX = 10;

    private static final int MEDIA_MAX = 10;
    private static final Set<String> VOICE_VERBS = Set.of(
            "Say", "Play", "Pause", "Gather", "Record", "Dial", "Enqueue", "Leave", "Reject", "Hangup", "Connect",
            "Start", "Stop", "Refer", "Pay", "Prompt", "Queue", "Echo");

    /** Most texts get the same reply as the one before, and reading XML costs more than all else that a text does here. */
    private static volatile @Nullable Read lastRead;

    private final String documentUrl;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<MessagingVerb> verbs = new ArrayList<>();

    private MessagingParser(String documentUrl) {
        this.documentUrl = documentUrl;
    }

    private record Reply(String body, String contentType, String documentUrl) {}

    private record Read(Reply reply, MessagingReading reading) {}

    /** @param documentUrl where the reply came from, against which relative URLs resolve */
    public static MessagingReading parse(byte[] body, String contentType, String documentUrl) {
        // Letters of one byte each: no two replies are taken for the same.
        Reply reply = new Reply(new String(body, StandardCharsets.ISO_8859_1), contentType, documentUrl);
        Read last = lastRead;
        if (last != null && last.reply().equals(reply)) {
            return last.reading();
        }
        MessagingReading reading = read(body, contentType, documentUrl);
        lastRead = new Read(reply, reading);
        return reading;
    }

    private static MessagingReading read(byte[] body, String contentType, String documentUrl) {
        if (body.length > TwimlParser.MAX_BYTES) {
            return new MessagingReading.Refused(11750, "TwiML response body too large");
        }
        if (body.length == 0) {
            return new MessagingReading.Understood(List.of(), List.of());
        }
        MessagingParser parser = new MessagingParser(documentUrl);
        String type = TwimlParser.mediaType(contentType);
        return switch (type) {
            case "text/xml", "application/xml", "text/html" -> parser.xml(body, contentType);
            case "text/plain" -> parser.plain(body, contentType);
            default ->
                new MessagingReading.Refused(
                        12300, type.isEmpty() ? "Missing Content-Type" : "Invalid Content-Type: " + contentType);
        };
    }

    /** Sent back as it is, unless it happens to be TwiML. */
    private MessagingReading plain(byte[] body, String contentType) {
        if (xml(body, contentType) instanceof MessagingReading.Understood twiml) {
            return twiml;
        }
        String text = new String(body, TwimlParser.charset(contentType).orElse(StandardCharsets.UTF_8)).strip();
        List<MessagingVerb> reply = text.isEmpty()
                ? List.of()
                : List.of(new MessagingVerb.Message(null, null, text, List.of(), null, null));
        return new MessagingReading.Understood(reply, List.of());
    }

    private MessagingReading xml(byte[] body, String contentType) {
        Element root;
        try {
            root = TwimlParser.root(body, contentType);
        } catch (SAXException notWellFormed) {
            return new MessagingReading.Refused(12100, "Document parse failure: " + notWellFormed.getMessage());
        }
        if (!root.getTagName().equals("Response")) {
            return new MessagingReading.Refused(
                    12100, "The root element must be <Response>, not <" + root.getTagName() + ">");
        }
        TwimlParser.childElements(root).forEach(this::verb);
        return new MessagingReading.Understood(List.copyOf(verbs), List.copyOf(warnings));
    }

    private void verb(Element element) {
        switch (element.getTagName()) {
            case "Message", "Sms" -> message(element).ifPresent(this::addMessage);
            case "Redirect" -> redirect(element).ifPresent(verbs::add);
            default -> unknown(element.getTagName());
        }
    }

    private void unknown(String name) {
        warnings.add(
                VOICE_VERBS.contains(name)
                        ? new Warning(14110, "Invalid verb for a messaging reply: <" + name + ">")
                        : new Warning(12200, "Invalid content was found: <" + name + ">"));
    }

    private void addMessage(MessagingVerb.Message message) {
        long messages = verbs.stream()
                .filter(verb -> verb instanceof MessagingVerb.Message)
                .count();
        if (messages == MESSAGES_MAX) {
            warnings.add(new Warning(14109, "A reply holds at most " + MESSAGES_MAX + " messages"));
            return;
        }
        verbs.add(message);
    }

    private Optional<MessagingVerb.Message> message(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        Content content = content(element);
        MessagingVerb.Message message = new MessagingVerb.Message(
                attributes.optional("to"),
                attributes.optional("from"),
                content.body(),
                content.media(),
                attributes.callback("action", "method", 14104),
                statusCallback(attributes));
        attributes.reportUnknown();
        if (message.body().isEmpty() && message.media().isEmpty()) {
            warnings.add(new Warning(14103, "Message: Invalid Body"));
            return Optional.empty();
        }
        return Optional.of(message);
    }

    private static @Nullable Callback statusCallback(Attributes attributes) {
        Callback callback = attributes.callback("statusCallback", "statusCallbackMethod", 12200);
        return callback == null ? null : new Callback(callback.url(), callback.method());
    }

    private record Content(String body, List<String> media) {}

    /** Text stands in the element itself or in {@code <Body>}, and beside {@code <Media>} either way. */
    private Content content(Element message) {
        StringBuilder body = new StringBuilder(TwimlParser.ownText(message));
        List<String> media = new ArrayList<>();
        for (Element child : TwimlParser.childElements(message)) {
            switch (child.getTagName()) {
                case "Body" -> body.append(child.getTextContent().strip());
                case "Media" -> medium(child).ifPresent(media::add);
                default ->
                    warnings.add(new Warning(12200, "Message: Invalid nested element <" + child.getTagName() + ">"));
            }
        }
        if (media.size() > MEDIA_MAX) {
            warnings.add(new Warning(21623, "Number of media files exceeds allowed limit of " + MEDIA_MAX));
        }
        return new Content(body.toString(), List.copyOf(media.subList(0, Math.min(MEDIA_MAX, media.size()))));
    }

    private Optional<String> medium(Element media) {
        return Optional.ofNullable(new Attributes(media, documentUrl, warnings).resolve(media.getTextContent()));
    }

    private Optional<MessagingVerb> redirect(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        String method = attributes.method("method", 14104);
        attributes.reportUnknown();
        String written = element.getTextContent().strip();
        String url = written.isEmpty() ? documentUrl : attributes.resolve(written);
        return Optional.ofNullable(url).map(target -> new MessagingVerb.Redirect(new Callback(target, method)));
    }
}

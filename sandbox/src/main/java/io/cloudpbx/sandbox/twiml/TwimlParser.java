package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Reading.Refused;
import io.cloudpbx.sandbox.twiml.Reading.Understood;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads what a customer's server answered ({@code twilio.md} sections 1 and 6). */
public final class TwimlParser {
    /** {@code twilio.md} section 6: a longer reply is refused with 11750. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final XmlParsers PARSERS = new XmlParsers();

    private TwimlParser() {}

    /**
     * @param documentUrl where the reply came from, against which relative URLs resolve; null for an inline document, in
     *     which every URL must be absolute
     */
    public static Reading parse(byte[] body, String contentType, @Nullable String documentUrl) {
        if (body.length > MAX_BYTES) {
            return new Refused(11750, "TwiML response body too large");
        }
        if (body.length == 0) {
            return new Understood(new Document(List.of(), List.of()));
        }
        String type = mediaType(contentType);
        return switch (type) {
            case "text/xml", "application/xml", "text/html" -> xml(body, contentType, documentUrl);
            case "text/plain" -> plain(body, contentType, documentUrl);
            default -> type.startsWith("audio/") && documentUrl != null ? sound(documentUrl) : unknownType(contentType);
        };
    }

    static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Reading plain(byte[] body, String contentType, @Nullable String documentUrl) {
        if (xml(body, contentType, documentUrl) instanceof Understood twiml) {
            return twiml;
        }
        String text = new String(body, charset(contentType).orElse(StandardCharsets.UTF_8)).strip();
        List<Warning> warnings = new ArrayList<>();
        List<Verb> verbs = text.isEmpty() || VerbReader.isTooLong(text, warnings)
                ? List.of()
                : List.of(new Verb.Say(text, "man", "en-US", 1));
        return new Understood(new Document(verbs, List.copyOf(warnings)));
    }

    private static Reading sound(String url) {
        return new Understood(new Document(List.of(new Verb.Play(url, 1), new Verb.Hangup()), List.of()));
    }

    private static Reading unknownType(String contentType) {
        return new Refused(
                12300, contentType.isBlank() ? "Missing Content-Type" : "Invalid Content-Type: " + contentType);
    }

    private static Reading xml(byte[] body, String contentType, @Nullable String documentUrl) {
        try {
            Element root = root(body, contentType);
            return root.getTagName().equals("Response")
                    ? response(root, documentUrl)
                    : new Refused(12100, "The root element must be <Response>, not <" + root.getTagName() + ">");
        } catch (SAXException notWellFormed) {
            return new Refused(12100, "Document parse failure: " + notWellFormed.getMessage());
        }
    }

    /** The element that holds all others. */
    static Element root(byte[] body, String contentType) throws SAXException {
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(body));
            charset(contentType).ifPresent(charset -> source.setEncoding(charset.name()));
            return PARSERS.parse(source).getDocumentElement();
        } catch (IOException unreadable) {
            // The bytes are in memory: they are in no known encoding, or not in the one that they say.
            throw new SAXException(unreadable);
        }
    }

    private static Reading response(Element root, @Nullable String documentUrl) {
        List<Warning> warnings = new ArrayList<>();
        VerbReader reader = new VerbReader(documentUrl, warnings);
        List<Verb> verbs = new ArrayList<>();
        if (!ownText(root).isEmpty()) {
            warnings.add(new Warning(12200, "<Response>: text stands in no verb"));
        }
        for (Element child : childElements(root)) {
            reader.verb(child).ifPresent(verbs::add);
        }
        return new Understood(new Document(List.copyOf(verbs), List.copyOf(warnings)));
    }

    static List<Element> childElements(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** What an element says itself, without what its children say. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text own) {
                text.append(own.getData());
            }
        }
        return text.toString().strip();
    }

    static Optional<Charset> charset(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        String name = contentType
                .substring(at + "charset=".length())
                .split(";", 2)[0]
                .replace("\"", "")
                .strip();
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}

package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Attributes.Range;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <Enqueue>} and {@code <Dial><Queue>} ({@code twilio.md} sections 7 and 8.2). */
final class QueueReader {
    private static final int NAME_MAX = 64;
    private static final int SIZE_MAX = 5_000;

    private final @Nullable String documentUrl;
    private final List<Warning> warnings;

    QueueReader(@Nullable String documentUrl, List<Warning> warnings) {
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    /** Empty when it names no queue. */
    Optional<Verb> enqueue(Element element, Attributes attributes) {
        // The method's name is Twilio's own for this verb; <Conference> has waitMethod.
        Verb.Music wait = ConferenceReader.music(attributes, "waitUrlMethod", 12200);
        Callback action = attributes.callback("action", "method", 12200);
        int maxSize = attributes.number("maxQueueSize", 0, new Range(1, SIZE_MAX, 12200));
        if (attributes.optional("workflowSid") != null
                || !TwimlParser.childElements(element).isEmpty()) {
            return Optional.of(new Verb.UnsupportedVerb("Enqueue> into a TaskRouter workflow <"));
        }
        String name = TwimlParser.ownText(element);
        if (name.isEmpty() || name.length() > NAME_MAX) {
            warnings.add(new Warning(12200, "<Enqueue>: a queue's name has 1 to 64 characters, not '" + name + "'"));
            return Optional.empty();
        }
        return Optional.of(new Verb.Enqueue(name, action, wait, maxSize == 0 ? null : maxSize));
    }

    Verb.Noun queue(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        if (attributes.optional("reservationSid") != null || attributes.optional("postWorkActivitySid") != null) {
            return new Verb.UnsupportedNoun("Queue> of a TaskRouter reservation <");
        }
        Verb.Queue queue =
                new Verb.Queue(element.getTextContent().strip(), attributes.callback("url", "method", 12200));
        attributes.reportUnknown();
        return queue;
    }
}

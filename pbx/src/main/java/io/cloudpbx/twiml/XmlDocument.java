package io.cloudpbx.twiml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The JDK's XML writer, which escapes, in the shape the verbs need. Writing to memory cannot fail. */
final class XmlDocument {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    XmlDocument(String root) {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    XmlDocument element(String name) {
        return write(() -> xml.writeStartElement(name));
    }

    XmlDocument attribute(String name, @Nullable Object value) {
        return value == null ? this : write(() -> xml.writeAttribute(name, value.toString()));
    }

    XmlDocument text(String text) {
        return write(() -> xml.writeCharacters(text));
    }

    XmlDocument close() {
        return write(xml::writeEndElement);
    }

    String end() {
        write(xml::writeEndDocument);
        return out.toString();
    }

    private XmlDocument write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}

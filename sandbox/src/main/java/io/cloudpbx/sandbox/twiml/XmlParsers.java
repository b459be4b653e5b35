package io.cloudpbx.sandbox.twiml;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML as strictly as strangers' XML must be read. To make a parser costs many times what it takes to read a reply, so they are kept. */
final class XmlParsers {
    private static final String MAX_DEPTH = "40";

    private final Queue<DocumentBuilder> idle = new ConcurrentLinkedQueue<>();

    /** @throws SAXException when it is not well-formed, declares a document type or is nested too deeply */
    Document parse(InputSource source) throws IOException, SAXException {
        DocumentBuilder kept = idle.poll();
        DocumentBuilder parser = kept == null ? parser() : kept;
        Document document = parser.parse(source);
        // One that has refused a document is not kept: what it remembers of it is not ours to know.
        idle.add(parser);
        return document;
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Quiet());
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The default handler prints on standard error. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}

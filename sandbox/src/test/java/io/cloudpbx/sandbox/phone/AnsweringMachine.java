package io.cloudpbx.sandbox.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A very small phone system: a menu of one key, and behind it a mailbox; or a person's phone. */
final class AnsweringMachine implements AutoCloseable {
    private static final String MENU = """
            <Response><Gather numDigits="1" timeout="20" action="/pressed">\
            <Say>Press 1 to leave a message.</Say></Gather></Response>""";
    private static final String MAILBOX = """
            <Response><Say>After the beep.</Say>\
            <Record maxLength="60" timeout="0" finishOnKey="#" action="/recorded"/></Response>""";
    private static final String PERSON = """
            <Response><Say>One moment.</Say><Dial timeout="60"><Number>%s</Number></Dial></Response>""";
    private static final String GOODBYE = "<Response><Say>Thank you.</Say><Hangup/></Response>";

    private final BlockingQueue<Map<String, String>> pressed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map<String, String>> recorded = new LinkedBlockingQueue<>();
    private final HttpServer server;

    AnsweringMachine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/voice", exchange -> answer(exchange, MENU, null));
        server.createContext("/pressed", exchange -> answer(exchange, MAILBOX, pressed));
        server.createContext("/recorded", exchange -> answer(exchange, GOODBYE, recorded));
        server.start();
    }

    String voiceUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/voice";
    }

    /** Calls taken there ring this phone. */
    String personUrl(String number) {
        server.createContext("/person", exchange -> answer(exchange, PERSON.formatted(number), null));
        return voiceUrl().replace("/voice", "/person");
    }

    Map<String, String> awaitKey() throws InterruptedException {
        return await(pressed);
    }

    Map<String, String> awaitRecording() throws InterruptedException {
        return await(recorded);
    }

    private static Map<String, String> await(BlockingQueue<Map<String, String>> queue) throws InterruptedException {
        Map<String, String> form = queue.poll(20, TimeUnit.SECONDS);
        if (form == null) {
            throw new AssertionError("The carrier did not ask");
        }
        return form;
    }

    private static void answer(HttpExchange exchange, String twiml, @Nullable BlockingQueue<Map<String, String>> queue)
            throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (queue != null) {
            queue.add(form(body));
        }
        byte[] reply = twiml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

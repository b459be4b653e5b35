package io.cloudpbx.claude.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One answer of the stub, good or bad. */
@FunctionalInterface
public interface Scripted {
    void write(HttpExchange exchange, AskedOf question) throws IOException;

    /** Words. */
    static Scripted says(String text) {
        return Message.words(text)::write;
    }

    /**
     * The choice of a tool, offered or not.
     *
     * @param arguments a JSON object, or anything else for a model that is out of its mind
     */
    static Scripted chooses(String tool, String arguments) {
        return Message.choice(tool, arguments)::write;
    }

    /** An answer that stops for another reason than being done, such as {@code refusal} or {@code max_tokens}. */
    static Scripted stops(String reason) {
        return Message.words("…").stopped(reason)::write;
    }

    /** An error with the API's own body. */
    static Scripted error(int status, String type, String message, String... headers) {
        return (exchange, question) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            Wire.send(exchange, status, "application/json", Message.error(type, message));
        };
    }

    /** A body of any kind, as proxies on the way give it. */
    static Scripted raw(int status, String contentType, String body) {
        return (exchange, question) -> Wire.send(exchange, status, contentType, body);
    }

    /** The stream begins well and ends with an error of the API. */
    static Scripted failsInStream(String type) {
        return (exchange, question) -> {
            try (var stream = Wire.stream(exchange)) {
                stream.events(Message.words("All is w").events().subList(0, 3));
                stream.event("error", Message.error(type, "In the middle"));
            }
        };
    }

    /** The stream ends politely before its last event. */
    static Scripted endsEarly() {
        return (exchange, question) -> {
            try (var stream = Wire.stream(exchange)) {
                stream.events(Message.words("All is w").events().subList(0, 3));
            }
        };
    }

    /** The connection is cut in the middle of the stream. */
    static Scripted cuts() {
        return (exchange, question) -> {
            Wire.stream(exchange).events(Message.words("All is w").events().subList(0, 3));
            throw new IOException("Cut by the script");
        };
    }

    /** The stream begins and then nothing more comes. */
    static Scripted stalls(Duration atMost) {
        return (exchange, question) -> {
            try (var stream = Wire.stream(exchange)) {
                stream.events(Message.words("All is w").events().subList(0, 3));
                pause(atMost);
            }
        };
    }

    /**
     * The choice of a tool whose arguments break off in the middle and go on when they are let to; without that the connection is cut.
     *
     * @param goOn counted down by whoever has seen what came so far
     */
    static Scripted choosesInTwo(String tool, String arguments, int middle, CountDownLatch goOn) {
        return (exchange, question) -> {
            try (var stream = Wire.stream(exchange)) {
                var events = Message.choice(tool, arguments).inTwo(middle).events();
                stream.events(events.subList(0, 4));
                if (!waits(goOn, Duration.ofSeconds(2))) {
                    throw new IOException("Nobody saw the beginning");
                }
                stream.events(events.subList(4, events.size()));
            }
        };
    }

    /** The same, later. */
    default Scripted after(Duration latency) {
        return (exchange, question) -> {
            pause(latency);
            write(exchange, question);
        };
    }

    private static void pause(Duration time) throws IOException {
        if (waits(new CountDownLatch(1), time)) {
            throw new IllegalStateException("Nobody counts it down");
        }
    }

    private static boolean waits(CountDownLatch latch, Duration time) throws IOException {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new IOException("The stub was closed", closed);
        }
    }
}

package io.cloudpbx.claude.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A stand-in for the Messages API on a free port of this machine. Scripted answers are used up first, in order; then the
 * model answers, a function of the request, by default one that says "OK".
 *
 * <p>It is as strict as the API where a mistake of ours would show only there: a credential and a version are required, the
 * last turn must be the user's, sampling parameters are refused.
 */
public final class MessagesStub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Scripted> script = new ConcurrentLinkedQueue<>();
    private final List<AskedOf> asked = new CopyOnWriteArrayList<>();
    private volatile Function<AskedOf, Scripted> model = question -> Scripted.says("OK");

    public MessagesStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What comes back to the next question that has no answer yet. */
    public MessagesStub then(Scripted answer) {
        script.add(answer);
        return this;
    }

    /** What comes back to every question beyond the script. A model that obeys an attacker is one of these. */
    public MessagesStub model(Function<AskedOf, Scripted> answers) {
        model = answers;
        return this;
    }

    /** Every question that arrived, whatever was answered. */
    public List<AskedOf> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = AskedOf.read(exchange);
        asked.add(question);
        exchange.getResponseHeaders().add("request-id", "req_stub");
        var refusal = question.refusal();
        if (refusal.isPresent()) {
            refusal.get().write(exchange, question);
        } else {
            Scripted next = script.poll();
            (next == null ? model.apply(question) : next).write(exchange, question);
        }
        // Not when writing failed: closing would end politely what the script cut.
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

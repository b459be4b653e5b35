package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Http;
import io.cloudpbx.bench.Programs;
import io.cloudpbx.bench.SandboxProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One phone system of several nodes that share a database and an address, and its carrier, all of them processes. The carrier runs
 * in real time, since texts are looked for by when they were made.
 */
final class Installation implements AutoCloseable {
    private static final int SENDERS = 4;
    private static final double ALLOWANCE = 1.6;

    private final SandboxProgram carrier;
    private final Database database;
    private final Relay front;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Company company;
    private final List<String> senders;
    private double allowed;

    /**
     * @param nodes how many
     * @param perSecond segments that all senders together may send by our settings; the carrier allows each more than half as much
     *     again, which is what a busy machine needs, and less than two nodes that know nothing of each other would send
     */
    Installation(Programs programs, Path folder, int nodes, double perSecond)
            throws IOException, InterruptedException, SQLException {
        List<String> users =
                IntStream.rangeClosed(1, nodes).mapToObj(node -> "node_" + node).toList();
        Duration ahead = Afternoon.ahead(Instant.now());
        carrier = new SandboxProgram(programs, "disk");
        goAhead(ahead);
        database = new Database(Files.createDirectories(folder.resolve("postgres")), users);
        front = new Relay(this::inTurn);
        company = new Company(front.address());
        var program = new NodeProgram(programs, ahead, folder.resolve("classes.aot"));
        double rate = perSecond / SENDERS;
        try (Node first = node(users.getFirst(), folder, program.learning(), rate)) {
            this.nodes.add(first);
            first.start();
            first.awaitUp();
            company.spendsFreely();
            senders = company.numbers().stream().limit(SENDERS).toList();
            company.sendsAllDay();
            first.end();
            this.nodes.clear();
        }
        for (String user : users) {
            this.nodes.add(node(user, folder, program.command(), rate));
        }
        for (Node node : this.nodes) {
            node.start();
        }
        for (Node node : this.nodes) {
            node.awaitUp();
        }
        allow(rate);
    }

    /** How fast all senders together are, as far as this node has a say, from its next start on. */
    void pace(Node node, double perSecond) throws IOException {
        double rate = perSecond / SENDERS;
        node.paces(rate);
        if (rate > allowed) {
            allow(rate);
        }
    }

    private Node node(String user, Path folder, List<String> command, double rate) throws IOException {
        Path own = Files.createDirectories(folder.resolve(user));
        var node = new Node(user, own, command, settings(user), new Relay(this::atCarrier));
        node.paces(rate);
        return node;
    }

    private void allow(double rate) throws IOException {
        allowed = rate;
        for (String sender : senders) {
            control("PUT", "/sandbox/senders/" + sender, "{\"segmentsPerSecond\":%s}".formatted(rate * ALLOWANCE));
        }
    }

    /** Nodes by turns, all others behind the one whose turn it is. One that does not answer is left out, as balancers do. */
    private List<URI> inTurn() {
        List<URI> addresses = new ArrayList<>(nodes.stream()
                .filter(node -> !node.isFrozen())
                .map(Node::address)
                .toList());
        Collections.rotate(addresses, turn.incrementAndGet());
        return addresses;
    }

    private List<URI> atCarrier() {
        return List.of(URI.create(carrier.http().server().toURI()));
    }

    private Map<String, String> settings(String user) {
        return Map.of(
                "CLOUDPBX_DEMO",
                "true",
                "CLOUDPBX_ADMIN_TOKEN",
                Company.TOKEN,
                "PUBLIC_URL",
                front.address().toString(),
                "DATABASE_URL",
                database.url(user),
                "TWILIO_ACCOUNT_SID",
                "AC" + "0".repeat(31) + "1",
                "TWILIO_AUTH_TOKEN",
                "sandbox",
                "TWILIO_TOLL_FREE_NUMBER",
                Company.MAIN_NUMBER);
    }

    private void goAhead(Duration ahead) throws IOException {
        control("PUT", "/sandbox/time", "{\"mode\":\"stepped\"}");
        control("POST", "/sandbox/time/advance", "{\"seconds\":%d}".formatted(ahead.toSeconds()));
        control("PUT", "/sandbox/time", "{\"mode\":\"running\",\"speed\":1}");
    }

    /** Something only the carrier's operator does. */
    void control(String method, String path, String body) throws IOException {
        Http.forgetRested();
        carrier.http().send(method, path, body).accepted();
    }

    Http carrier() {
        return carrier.http();
    }

    Database database() {
        return database;
    }

    /** Where the carrier's requests come in. */
    Relay front() {
        return front;
    }

    List<Node> nodes() {
        return nodes;
    }

    Company company() {
        return company;
    }

    /** The numbers that campaigns are sent from. */
    List<String> senders() {
        return senders;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Node node : nodes) {
            node.close();
        }
        front.close();
        database.close();
        carrier.close();
    }
}

package io.cloudpbx.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** How much the sandbox carrier bears on this machine, client and customer included. */
final class SandboxBench {
    private static final int CLIENTS = 16;
    private static final int SENDERS = 40;
    private static final int STARTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Programs programs;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Figure> figures = new ArrayList<>();

    SandboxBench(Programs programs) {
        this.programs = programs;
    }

    /** @param soak how often the load of texts is repeated to see whether memory grows */
    List<Figure> run(int texts, int calls, int soak) throws IOException, InterruptedException, ExecutionException {
        starts();
        texts(texts, soak);
        calls(calls);
        return figures;
    }

    private void starts() throws IOException, InterruptedException {
        double[] millis = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (SandboxProgram sandbox = new SandboxProgram(programs, 1)) {
                millis[i] = sandbox.startedIn().toMillis();
            }
        }
        Arrays.sort(millis);
        figures.add(new Figure(
                "start to first answer, median of " + STARTS, millis[STARTS / 2], "ms", "wanted: below 1000"));
    }

    private void texts(int texts, int rounds) throws IOException, InterruptedException, ExecutionException {
        // Forty toll-free numbers at three texts a second each: a hundredfold clock keeps the carrier's own queues out
        // of the way.
        try (SandboxProgram sandbox = new SandboxProgram(programs, 100);
                Customer customer = new Customer()) {
            CarrierApi bare = new CarrierApi(http, customer.url(""), CarrierApi.BUSINESS);
            double ceiling =
                    Load.perSecond(texts, Load.run(texts, CLIENTS, i -> () -> bare.post("/bare", "Body", "x")));
            CarrierApi business = new CarrierApi(http, sandbox.url(), CarrierApi.BUSINESS);
            List<String> senders = buy(business);
            for (int round = 0; round < rounds; round++) {
                double before = sandbox.residentMegabytes();
                round(business, customer, senders, texts, ceiling);
                figures.add(new Figure(
                        "  memory held after it",
                        sandbox.residentMegabytes(),
                        "MB",
                        "before: %.0f MB".formatted(before)));
            }
        }
    }

    private static List<String> buy(CarrierApi business) throws IOException, InterruptedException {
        List<String> bought = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            String number = "+1888555%04d".formatted(150 + i);
            business.create("IncomingPhoneNumbers.json", "PhoneNumber", number);
            bought.add(number);
        }
        return bought;
    }

    private void round(CarrierApi business, Customer customer, List<String> senders, int texts, double ceiling)
            throws InterruptedException, ExecutionException {
        long before = customer.count("delivered");
        AtomicLong refused = new AtomicLong();
        long began = System.nanoTime();
        Duration accepting = Load.run(texts, CLIENTS, i -> text(business, customer, senders, i, refused));
        boolean all = Load.await(PATIENCE, () -> customer.count("delivered") - before >= texts - refused.get());
        Duration whole = Duration.ofNanos(System.nanoTime() - began);
        long delivered = customer.count("delivered") - before;
        figures.add(new Figure(
                "texts accepted",
                Load.perSecond(texts, accepting),
                "/s",
                "a server that only answers: %,.0f /s".formatted(ceiling)));
        figures.add(new Figure(
                "texts delivered, with both callbacks each",
                Load.perSecond(delivered, whole),
                "/s",
                "wanted: 2,000; %s of %,d".formatted(all ? "all" : delivered + " delivered", texts)));
    }

    private static Callable<?> text(
            CarrierApi business, Customer customer, List<String> senders, int i, AtomicLong refused) {
        return () -> {
            int status = business.post(
                    "Messages.json",
                    "From",
                    senders.get(i % senders.size()),
                    "To",
                    "+1415555%04d".formatted(100 + i % 90),
                    "Body",
                    "Your table is ready, number " + i,
                    "StatusCallback",
                    customer.url("/status"));
            if (status != 201) {
                refused.incrementAndGet();
            }
            return status;
        };
    }

    private void calls(int calls) throws IOException, InterruptedException, ExecutionException {
        try (SandboxProgram sandbox = new SandboxProgram(programs, 1);
                Customer customer = new Customer()) {
            customer.on("/menu", "<Gather numDigits='1' timeout='60' action='/pressed'><Say>Press one.</Say></Gather>");
            customer.on("/pressed", "<Say>Thank you. Please hold the line.</Say><Pause length='20'/>");
            CarrierApi business = new CarrierApi(http, sandbox.url(), CarrierApi.BUSINESS);
            business.create(
                    "IncomingPhoneNumbers.json", "PhoneNumber", "+18885550142", "VoiceUrl", customer.url("/menu"));
            CarrierApi outside = new CarrierApi(http, sandbox.url(), CarrierApi.OUTSIDE);
            String caller = "<Response><Pause length='10'/><Play digits='1'/><Pause length='120'/></Response>";
            Load.run(
                    calls,
                    CLIENTS,
                    i -> () -> outside.create(
                            "Calls.json",
                            "From",
                            "+1415555%04d".formatted(100 + i % 90),
                            "To",
                            "+18885550142",
                            "Twiml",
                            caller));
            long most = watch(sandbox, customer, calls);
            figures.add(new Figure("calls going on at once", most, "", "wanted: " + calls));
            figures.add(new Figure("  whose key came through", customer.count("/pressed"), "", "of " + calls));
            figures.add(new Figure("  memory held", sandbox.residentMegabytes(), "MB", ""));
        }
    }

    private long watch(SandboxProgram sandbox, Customer customer, int calls) throws IOException, InterruptedException {
        CarrierApi eyes = new CarrierApi(http, sandbox.url(), CarrierApi.BUSINESS);
        long most = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            // Both ends of a call are legs.
            long live = eyes.get("/sandbox/calls?live=true").get("calls").size() / 2;
            most = Math.max(most, live);
            if (live == 0 && customer.count("/pressed") >= calls) {
                break;
            }
            Load.await(Duration.ofMillis(500), () -> false);
        }
        return most;
    }
}

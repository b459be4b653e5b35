package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Texts, each with two status callbacks, sent as fast as the carrier takes them. */
final class TextTrial {
    private static final int CLIENTS = 16;
    private static final int SENDERS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CustomerProgram customer;
    private final CarrierApi business;
    private final List<String> senders = new ArrayList<>();
    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    /** Buys the senders, and arranges that no queue of theirs is in the way. */
    TextTrial(SandboxProgram sandbox, CustomerProgram customer) throws IOException {
        this.customer = customer;
        this.business = CarrierApi.of(sandbox.http(), CarrierApi.BUSINESS);
        processes.put("carrier", sandbox.handle());
        processes.put("customer's server", customer.handle());
        processes.put("load generator", ProcessHandle.current());
        for (int i = 0; i < SENDERS; i++) {
            String number = "+1888555%04d".formatted(150 + i);
            business.create("IncomingPhoneNumbers.json", "PhoneNumber", number);
            sandbox.http()
                    .send("PUT", "/sandbox/senders/" + number, "{\"segmentsPerSecond\":1000}")
                    .accepted();
            senders.add(number);
        }
    }

    /** How texts went. */
    record Result(
            int texts, Load.Course accepting, long delivered, Duration whole, Map<String, Double> processorMillis) {
        /**
         * @param when goes before the names
         * @param limit to compare with, in texts a second; 0 when there is none
         */
        List<Figure> figures(String when, double limit) {
            List<Figure> figures = new ArrayList<>();
            String compared = limit > 0 ? "raw limit in this run: %,.0f".formatted(limit) : "";
            figures.add(new Figure(when + "texts accepted", accepting.perSecond(), "/s", compared));
            figures.add(new Figure(
                    when + "texts delivered, with both callbacks each",
                    Load.perSecond(delivered, whole),
                    "/s",
                    "wanted: 2,000; %s of %,d"
                            .formatted(delivered == texts ? "all" : "%,d".formatted(delivered), texts)));
            figures.add(new Figure("  answer to a text, median", accepting.millis(0.5), "ms", ""));
            figures.add(new Figure("  answer to a text, 99 of 100 within", accepting.millis(0.99), "ms", ""));
            processorMillis.forEach(
                    (name, millis) -> figures.add(new Figure("  processor time per text, " + name, millis, "ms", "")));
            double all = processorMillis.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            figures.add(new Figure(
                    "  processor time per text, all three",
                    all,
                    "ms",
                    "%,.0f texts/s on these processors with nothing else"
                            .formatted(Runtime.getRuntime().availableProcessors() * 1000 / all)));
            return figures;
        }
    }

    /** Sends so many and waits for all that is told of them. */
    Result send(int texts) throws IOException, InterruptedException, ExecutionException {
        long deliveredBefore = told();
        AtomicLong refused = new AtomicLong();
        Processors processors = new Processors(processes);
        long began = System.nanoTime();
        Load.Course accepting = Load.run(texts, CLIENTS, i -> {
            if (text(i) != 201) {
                refused.incrementAndGet();
            }
        });
        Load.await(PATIENCE, () -> told() - deliveredBefore >= texts - refused.get());
        Duration whole = Duration.ofNanos(System.nanoTime() - began);
        return new Result(texts, accepting, told() - deliveredBefore, whole, processors.millisPer(texts));
    }

    /** Of how many texts both callbacks have come. */
    private long told() throws IOException {
        return Math.min(customer.count("sent"), customer.count("delivered"));
    }

    private int text(int i) throws IOException {
        return business.post(
                "Messages.json",
                "From",
                senders.get(i % senders.size()),
                "To",
                "+1415555%04d".formatted(100 + i % 90),
                "Body",
                "Your table is ready, number " + i,
                "StatusCallback",
                customer.url("/status"));
    }
}

package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** How much the sandbox carrier bears on this machine, client and customer included. */
final class SandboxBench {
    private static final int CLIENTS = 16;
    private static final int STARTS = 5;
    private static final int SOAK_STRETCH = 20_000;
    /** A text, and the two callbacks about it. */
    private static final int EXCHANGES_PER_TEXT = 3;

    private final Programs programs;

    SandboxBench(Programs programs) {
        this.programs = programs;
    }

    /** @param soakMinutes how long texts are sent without a break to see whether memory grows */
    void run(int texts, int calls, int soakMinutes) throws IOException, InterruptedException, ExecutionException {
        Figure.printHead();
        starts();
        try (SandboxProgram sandbox = new SandboxProgram(programs);
                CustomerProgram customer = new CustomerProgram(programs)) {
            TextTrial trial = new TextTrial(sandbox, customer);
            // What is measured is a carrier that has been running for a while: its code is compiled by then.
            trial.send(texts);
            print(trial.send(texts).figures("", limit(texts, customer)));
            soak(trial, sandbox, soakMinutes);
        }
        calls(texts, calls);
    }

    /** At once, so that what was measured is told even when what follows fails. */
    private static void print(Figure figure) {
        figure.print();
    }

    private static void print(List<Figure> figures) {
        figures.forEach(Figure::print);
    }

    private void starts() throws IOException, InterruptedException {
        double[] millis = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (SandboxProgram sandbox = new SandboxProgram(programs)) {
                millis[i] = sandbox.startedIn().toMillis();
            }
        }
        Arrays.sort(millis);
        print(new Figure(
                "start to first answer, median of " + STARTS, millis[STARTS / 2], "ms", "wanted: below 1,000"));
    }

    /** How many texts a second there could be if all that is done for one were its bare HTTP exchanges. */
    private static double limit(int texts, CustomerProgram customer) throws InterruptedException, ExecutionException {
        String form = "x".repeat(300);
        Load.Request bare = i -> customer.http().send("POST", "/bare", form).accepted();
        Load.run(texts, CLIENTS, bare);
        return Load.run(texts, CLIENTS, bare).perSecond() / EXCHANGES_PER_TEXT;
    }

    private void soak(TextTrial trial, SandboxProgram sandbox, int minutes)
            throws IOException, InterruptedException, ExecutionException {
        if (minutes == 0) {
            return;
        }
        double before = sandbox.liveHeapMegabytes();
        long sent = 0;
        TextTrial.Result last = trial.send(SOAK_STRETCH);
        long began = System.nanoTime();
        for (int minute = 1; minute <= minutes; minute++) {
            while (System.nanoTime() - began < Duration.ofMinutes(minute).toNanos()) {
                last = trial.send(SOAK_STRETCH);
                sent += last.delivered();
            }
            print(new Figure(
                    "heap in use after minute " + minute + " of the soak",
                    sandbox.liveHeapMegabytes(),
                    "MB",
                    "before: %.0f MB; after %,d texts".formatted(before, sent)));
        }
        print(new Figure(
                "texts delivered in the soak",
                Load.perSecond(sent, Duration.ofNanos(System.nanoTime() - began)),
                "/s",
                "the pauses between its stretches included"));
        print(last.figures("in the soak's last stretch: ", 0));
        print(new Figure("  memory held after it", sandbox.residentMegabytes(), "MB", ""));
    }

    private void calls(int texts, int calls) throws IOException, InterruptedException, ExecutionException {
        try (SandboxProgram sandbox = new SandboxProgram(programs);
                CustomerProgram customer = new CustomerProgram(programs)) {
            CallTrial trial = new CallTrial(sandbox, customer, calls);
            TextTrial meanwhile = new TextTrial(sandbox, customer);
            trial.begin();
            meanwhile.send(texts);
            TextTrial.Result result = meanwhile.send(texts);
            print(trial.figures());
            print(result.figures("beside the calls: ", 0));
        }
    }
}

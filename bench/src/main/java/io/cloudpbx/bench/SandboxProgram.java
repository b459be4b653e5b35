package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The sandbox carrier, running. */
public final class SandboxProgram implements AutoCloseable {
    private final Programs programs;
    private final ServedProgram program;

    SandboxProgram(Programs programs) throws IOException, InterruptedException {
        this(programs, "memory");
    }

    /** @param ledger where its ledger is kept, as {@code CLOUDPBX_SANDBOX_LEDGER} has it */
    public SandboxProgram(Programs programs, String ledger) throws IOException, InterruptedException {
        this.programs = programs;
        int port = ServedProgram.freePort();
        this.program = new ServedProgram(
                programs.carrier(),
                port,
                Map.of("CLOUDPBX_SANDBOX_PORT", String.valueOf(port), "CLOUDPBX_SANDBOX_LEDGER", ledger));
    }

    public Http http() {
        return program.http();
    }

    ProcessHandle handle() {
        return program.handle();
    }

    /** From the start of the process to its first healthy answer. */
    Duration startedIn() {
        return program.startedIn();
    }

    /** From here on its clock is so far ahead of ours, and goes on as ours does. */
    void goAhead(Duration ahead) throws IOException {
        http().send("PUT", "/sandbox/time", "{\"mode\":\"stepped\"}").accepted();
        http().send("POST", "/sandbox/time/advance", "{\"seconds\":%d}".formatted(ahead.toSeconds()))
                .accepted();
        http().send("PUT", "/sandbox/time", "{\"mode\":\"running\",\"speed\":1}")
                .accepted();
    }

    /** @param segmentsPerSecond how fast a number of ours may send before it is called too fast */
    void allow(String number, double segmentsPerSecond) throws IOException {
        http().send("PUT", "/sandbox/senders/" + number, "{\"segmentsPerSecond\":%s}".formatted(segmentsPerSecond))
                .accepted();
    }

    /** Memory that the process holds, in MB, as Linux counts it; 0 elsewhere. */
    double residentMegabytes() throws IOException {
        return program.residentMegabytes();
    }

    /** What is in use of its heap, in MB, after everything else was collected. */
    double liveHeapMegabytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        programs.tool("jcmd"), String.valueOf(program.handle().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = histogram
                .inputReader()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .reduce("", (before, line) -> line);
        histogram.waitFor();
        if (total.isEmpty()) {
            throw new IOException("jcmd does not tell what is in the carrier's heap");
        }
        return Double.parseDouble(total.strip().split("\\s+")[2]) / 1024 / 1024;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program.close();
    }
}

package io.cloudpbx.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs.
 *
 * @param port 0 for any free one
 * @param folder where it remembers; null to forget everything with the process
 * @param speed how much faster than real time the carrier's time passes; 1 or more
 * @param framedBy origins whose pages may show the phone in a frame
 * @param webhookBudget the most that one webhook may take; 15 s at Twilio
 * @param ledgerOnDisk whether the ledger is kept in the folder, too; else its newest part in memory
 * @param callsPerSecond how many ordered calls of an account begin in a second, 1 at Twilio; 0 for no limit
 */
public record SandboxSettings(
        int port,
        @Nullable Path folder,
        double speed,
        List<String> framedBy,
        Duration webhookBudget,
        boolean ledgerOnDisk,
        double callsPerSecond) {
    private static final int DEFAULT_PORT = 8090;
    private static final Duration TWILIO_BUDGET = Duration.ofSeconds(15);

    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("CLOUDPBX_SANDBOX_PORT must be from 0 to 65535: " + port);
        }
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("CLOUDPBX_SANDBOX_SPEED must be 1 or more: " + speed);
        }
        if (!(callsPerSecond >= 0)) {
            throw new IllegalArgumentException(
                    "CLOUDPBX_SANDBOX_CALLS_PER_SECOND must not be negative: " + callsPerSecond);
        }
        framedBy = List.copyOf(framedBy);
    }

    /** With as many calls in a second as Twilio starts. */
    public SandboxSettings(
            int port,
            @Nullable Path folder,
            double speed,
            List<String> framedBy,
            Duration webhookBudget,
            boolean ledgerOnDisk) {
        this(port, folder, speed, framedBy, webhookBudget, ledgerOnDisk, 1);
    }

    /** With the ledger in memory. */
    public SandboxSettings(
            int port, @Nullable Path folder, double speed, List<String> framedBy, Duration webhookBudget) {
        this(port, folder, speed, framedBy, webhookBudget, false);
    }

    /** On any free port, in memory only. */
    public static SandboxSettings inMemory(double speed) {
        return new SandboxSettings(0, null, speed, List.of(), TWILIO_BUDGET);
    }

    /** @throws IllegalArgumentException naming the variable that makes no sense */
    public static SandboxSettings from(Map<String, String> environment) {
        String framedBy =
                environment.getOrDefault("CLOUDPBX_SANDBOX_FRAMED_BY", "").strip();
        return new SandboxSettings(
                port(environment.getOrDefault("CLOUDPBX_SANDBOX_PORT", "")),
                Path.of(environment.getOrDefault("CLOUDPBX_DATA", "data"), "sandbox"),
                number(environment, "CLOUDPBX_SANDBOX_SPEED", 1),
                framedBy.isEmpty() ? List.of() : origins(framedBy),
                TWILIO_BUDGET,
                isOnDisk(environment.getOrDefault("CLOUDPBX_SANDBOX_LEDGER", "memory")),
                number(environment, "CLOUDPBX_SANDBOX_CALLS_PER_SECOND", 1));
    }

    private static boolean isOnDisk(String text) {
        return switch (text.strip()) {
            case "disk" -> true;
            case "memory", "" -> false;
            default -> throw new IllegalArgumentException("CLOUDPBX_SANDBOX_LEDGER must be disk or memory: " + text);
        };
    }

    private static int port(String text) {
        try {
            return text.isBlank() ? DEFAULT_PORT : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("CLOUDPBX_SANDBOX_PORT is not a port: " + text, e);
        }
    }

    private static List<String> origins(String text) {
        List<String> origins = List.of(text.split("\\s+"));
        for (String origin : origins) {
            // They become part of a Content-Security-Policy, where ";" or "*" would mean something.
            if (!origin.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+")) {
                throw new IllegalArgumentException("CLOUDPBX_SANDBOX_FRAMED_BY holds no origin: " + origin);
            }
        }
        return origins;
    }

    private static double number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, "");
        try {
            return text.isBlank() ? otherwise : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number: " + text, e);
        }
    }
}

package io.cloudpbx.sandbox;

import java.util.Locale;
import java.util.Map;

/** Runs a sandbox carrier until it is told to stop, or until the process that it belongs to has ended. */
public final class Main {
    private Main() {}

    /** Everything is set by the environment; {@code docs/sandbox.md} lists it. */
    public static void main(String[] args) {
        // Degrees and figures are written as Twilio writes them, whatever the machine speaks.
        Locale.setDefault(Locale.US);
        System.setProperty("logback.configurationFile", "sandbox-logback.xml");
        // Jetty would start all of Java's management to learn this, a tenth of a second.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        Map<String, String> environment = System.getenv();
        try {
            Sandbox sandbox = Sandbox.start(SandboxSettings.from(environment));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
            stopWith(environment.getOrDefault("CLOUDPBX_PARENT_PID", ""));
            System.out.println("Sandbox carrier on " + sandbox.baseUrl());
        } catch (SandboxUnavailable | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** A parent that was killed cannot stop us; we watch it instead. */
    private static void stopWith(String parent) {
        if (parent.isBlank()) {
            return;
        }
        if (!parent.strip().matches("\\d{1,18}")) {
            throw new IllegalArgumentException("CLOUDPBX_PARENT_PID is not a process: " + parent);
        }
        ProcessHandle.of(Long.parseLong(parent.strip()))
                .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}

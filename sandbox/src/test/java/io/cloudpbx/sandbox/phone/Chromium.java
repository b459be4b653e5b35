package io.cloudpbx.sandbox.phone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Chromium that runs, and what drives it; both end with this program at the latest. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    /** Chromium steps back behind whatever else runs, and two processors run a lot beside it. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static @Nullable Chromium shared;

    /** One for all tests of this program, which run one after the other: starting it costs more than many of them. */
    static Chromium shared() {
        Chromium running = shared;
        if (running == null || !running.browser.isConnected()) {
            running = start();
            shared = running;
        }
        return running;
    }

    /** One whose microphone plays a file. */
    static Chromium hearing(Path microphone) {
        return start("--use-file-for-fake-audio-capture=" + microphone);
    }

    private static Chromium start(String... more) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> usual = List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream");
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                                .setArgs(Stream.concat(usual.stream(), Stream.of(more))
                                        .toList())));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

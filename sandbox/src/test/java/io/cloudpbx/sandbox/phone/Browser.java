package io.cloudpbx.sandbox.phone;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Chromium with a microphone that plays a file. Whatever the page complains about is kept. */
public final class Browser implements AutoCloseable {
    /** Chromium steps back behind whatever else runs, and two processors run a lot beside it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser(Path microphone) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-audio-capture=" + microphone)));
    }

    /** A tab with the phone of this number. */
    public Page phone(String baseUrl, String number) {
        Page page = tab(baseUrl + "/phone/?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
        button(page, "Call").waitFor();
        return page;
    }

    /** A tab of somebody who was never here before. */
    public Page tab(String url) {
        BrowserContext context = chromium.newContext();
        context.setDefaultTimeout(PATIENCE.toMillis());
        // What a test opens beside this tab, or the page by itself, is listened to as well.
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequestFailed(this::note);
        Page page = context.newPage();
        page.navigate(url);
        return page;
    }

    /** What a page gives up because it is left for another is no failure. */
    private void note(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            complaints.add("failed: " + request.url());
        }
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }

    public List<String> complaints() {
        return complaints;
    }

    /** Before the carrier stops: a phone without its carrier complains. */
    public void closeTabs() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
        complaints.clear();
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the phone shows this. */
    public static void awaitText(Page page, String text) {
        await(screen(page).getByText(text));
    }

    public static void awaitText(Page page, Pattern text) {
        await(screen(page).getByText(text));
    }

    private static Locator screen(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Phone"));
    }

    private static void await(Locator shown) {
        shown.first().waitFor();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}

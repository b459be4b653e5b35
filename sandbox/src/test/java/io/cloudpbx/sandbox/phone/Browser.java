package io.cloudpbx.sandbox.phone;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A browser of people who were never here before. Whatever its pages complain about is kept. */
public final class Browser implements AutoCloseable {
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Chromium chromium;
    private final boolean isShared;

    /** Without anybody who speaks; its pages share nothing with those of other tests but the program that shows them. */
    public Browser() {
        this.chromium = Chromium.shared();
        this.isShared = true;
    }

    /** With a microphone that plays a file. */
    public Browser(Path microphone) {
        this.chromium = Chromium.hearing(microphone);
        this.isShared = false;
    }

    /** A tab with the phone of this number. */
    public Page phone(String baseUrl, String number) {
        Page page = tab(baseUrl + "/phone/?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
        button(page, "Call").waitFor();
        return page;
    }

    /** A tab of somebody who was never here before. */
    public Page tab(String url) {
        BrowserContext context = chromium.browser().newContext();
        contexts.add(context);
        context.setDefaultTimeout(Chromium.PATIENCE.toMillis());
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
        contexts.forEach(BrowserContext::close);
        contexts.clear();
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
        closeTabs();
        if (!isShared) {
            chromium.close();
        }
    }
}

package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A caller's call, as the company sees it, and what is done with it. */
record OnTheLine(TwoPrograms programs, Person caller) {
    /** The caller has dialled that extension, and whoever it is has taken the call. */
    void talksWith(String ext, Person taker) {
        caller.calls(Outside.MAIN_NUMBER).hears("press 0").presses(ext);
        taker.answers().hears("press 1").presses("1");
        caller.isConnectedTo(taker);
        isAt("talking");
    }

    JsonNode live() {
        return await().until(() -> ofCaller("/api/calls/live"), found -> !found.isEmpty())
                .getFirst();
    }

    void isAt(String where) {
        await().until(() -> live().get("where").asString().equals(where));
    }

    String path() {
        return "/api/calls/" + live().get("id").asString();
    }

    Company.Reply act(String what) {
        return act(what, Map.of());
    }

    Company.Reply act(String what, Map<String, ?> body) {
        return programs.company().post(path() + "/" + what, body);
    }

    /** It is done. */
    void does(String what) {
        does(what, Map.of());
    }

    void does(String what, Map<String, ?> body) {
        var reply = act(what, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    void isHeld() {
        does("hold");
        caller.hears("Please hold");
        isAt("held");
    }

    void isResumed() {
        does("resume");
        caller.hears("Thank you for holding");
        isAt("talking");
    }

    /** The carrier answers the next change of a call like this. */
    void nextChangeFails(int status, boolean executed) {
        programs.outside().nextChangeFails(status, executed);
    }

    JsonNode ended() {
        return await().until(
                        () -> ofCaller("/api/calls?limit=200"),
                        found -> !found.isEmpty()
                                && !found.getFirst().get("live").asBoolean())
                .getFirst();
    }

    private List<JsonNode> ofCaller(String path) {
        return programs.company()
                .get(path)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller.number()))
                .toList();
    }

    /** Of each step, once the call is over. */
    List<String> steps(String field) {
        return programs.company()
                .get("/api/calls/" + ended().get("id").asString())
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get(field).asString())
                .toList();
    }

    /** Looks at the call's page in each light and width. */
    static void look(Page page, Path pictures, String name) {
        look(page, button(page, "Hang Up…"), pictures, name);
    }

    /** The same, once that is seen. */
    static void look(Page page, Locator seen, Path pictures, String name) {
        for (int width : List.of(390, 1440)) {
            page.setViewportSize(width, 900);
            for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                seen.waitFor();
                assertThat(Axe.violations(page))
                        .as("%s %s %s", name, width, light)
                        .isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(pictures.resolve("%s-%s-%s.png".formatted(name, width, light))));
            }
        }
    }
}

package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.sandbox.phone.Browser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Audiences as files: what their columns hold, and how large they may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignFilesTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void a_file_without_names_gets_them_from_whoever_brings_it() {
        Page page = begun("Named columns");
        choose(page, "list.csv", "(559) 555-6401,Ana,Fresno\n(559) 555-6402,Bo,Clovis\n");
        page.getByText("Name columns to use them in the message.").waitFor();

        field(page, "Ana").fill("1st");
        page.getByText("A message can use letters and digits, a letter first.").waitFor();
        step(page, "Next");
        page.getByText("Change the names that no message can use.").waitFor();
        field(page, "Ana").fill("First name");
        field(page, "Fresno").fill("firstName");
        step(page, "Next");
        page.getByText("Two columns are called {{firstName}}.").waitFor();
        field(page, "Fresno").fill("town");
        page.getByText("The message may use {{firstName}}, {{town}}.").waitFor();
        Pictures.of(page, "campaign-columns");
        step(page, "Next");

        field(page, "Message").fill("Hello {{firstName}} in {{town}}!");
        page.getByText("Hello Ana in Fresno!").waitFor();
        page.getByRole(AriaRole.CHECKBOX).first().check();
        step(page, "Next");
        page.getByText("2 people of 2 lines taken.").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void a_file_that_is_too_large_is_said_to_be_before_it_is_sent(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.csv");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(201L * MEGABYTE);
        }
        Page page = begun("Too large");
        files(page).setInputFiles(large);

        page.getByText("This file is larger than 200 MB.").waitFor();

        choose(page, "small.csv", "Phone\n(559) 555-6403\n");
        page.getByText("This file is larger than 200 MB.")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        step(page, "Next");
        field(page, "Message").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void a_hundred_megabytes_of_the_same_people_are_counted_and_each_is_taken_once() {
        String at = draft();
        int people = 1_000;
        String notes = "x".repeat(980);
        byte[] file = IntStream.rangeClosed(0, 100 * MEGABYTE / 1_000)
                .mapToObj(line -> line == 0 ? "Phone,Notes" : "+1559555%04d,%s".formatted(6_400 + line % people, notes))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isGreaterThan(99 * MEGABYTE);

        var intake = company.postBytes(at + "/recipients", "text/csv", file).body();

        assertThat(intake.get("taken").asInt()).isEqualTo(people);
        assertThat(intake.get("duplicates").asInt()).isEqualTo(100 * MEGABYTE / 1_000 - people);
        assertThat(intake.get("invalid").asInt()).isZero();
        assertThat(intake.get("rejected")).hasSize(100);
    }

    @Test
    void names_of_columns_that_cannot_be_are_refused_and_nobody_is_taken() {
        String at = draft();
        String file = "Phone,Who\n(559) 555-6404,Ana\n";

        var refused = company.postFile(at + "/recipients?fields=,1st", "text/csv", file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("fields");
        assertThat(company.get(at).body().at("/counts/total").asInt()).isZero();

        company.postFile(at + "/recipients?fields=,first+name", "text/csv", file);
        assertThat(company.get(at + "/readers").body().toString()).contains("Hello Ana!");
    }

    private String draft() {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Files",
                        "message",
                        "Hello {{firstName|you}}!",
                        "recipients",
                        List.of(),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "draft",
                        true));
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    private Page begun(String name) {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/campaigns/new");
        field(page, "Name").fill(name);
        page.locator(".campaigns-way")
                .filter(new Locator.FilterOptions().setHasText("CSV File"))
                .click();
        return page;
    }

    private static void choose(Page page, String name, String file) {
        files(page).setInputFiles(new FilePayload(name, "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator files(Page page) {
        return page.locator("input[accept^='.csv']");
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void step(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

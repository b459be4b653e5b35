package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Harbor Dental allows calls to Mexico, and its account at the carrier does not. */
class GeoPermissionJourneysTest {
    private static final String MEXICAN = "+525555550142";
    private static final String AT_THE_CARRIER =
            "/sandbox/accounts/AC00000000000000000000000000000001/dialing-countries";

    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Company company = programs.company();
    private final Person dana = HARBOR.dana();

    @BeforeEach
    void mexicoIsAllowedHereAlone() {
        HARBOR.expectsAlerts();
        allowedHere("US", "CA", "MX");
        programs.outside().control("PUT", AT_THE_CARRIER, Map.of("countries", List.of("US", "CA")));
    }

    @AfterEach
    void itIsAsItWas() {
        programs.outside().control("DELETE", AT_THE_CARRIER, null);
        allowedHere("US", "CA");
    }

    private void allowedHere(String... countries) {
        var settings = company.get("/api/settings/calling").body();
        Map<String, Object> wanted = new HashMap<>();
        for (String kept : List.of("callsPerDay", "centsPerDay", "version")) {
            wanted.put(kept, settings.get(kept).asLong());
        }
        wanted.put("countries", List.of(countries));
        var reply = company.put("/api/settings/calling", wanted);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    @Test
    void whoever_calls_there_hears_and_reads_why_it_cannot_be() {
        var call = new Dialed(programs, dana, HARBOR.caller());
        String id = call.dials(Map.of("to", MEXICAN));

        dana.answers()
                .hears("Press 1")
                .presses("1")
                .hears("The carrier does not call that country")
                .isHungUpOn();

        var ended = call.ended(id);
        assertThat(ended.get("outcome").asString()).isEqualTo("failed");
        assertThat(ended.get("summary").asString()).contains("does not call that country", "Geo permissions");
    }

    @Test
    void the_doctor_names_the_country_until_the_carrier_allows_it_too() {
        var examined = company.get("/api/numbers/examination").body().get("refusedCountries");
        assertThat(examined.toString()).isEqualTo("[{\"code\":\"MX\",\"name\":\"Mexico\"}]");
        assertThat(company.file("/api/numbers/examination.txt"))
                .contains("wrong Mexico may be called as Settings say, and the carrier refuses it (21215)");

        programs.outside().control("PUT", AT_THE_CARRIER, Map.of("countries", List.of("US", "CA", "MX")));

        assertThat(company.get("/api/numbers/examination").body().get("refusedCountries"))
                .isEmpty();
    }

    @Test
    void the_page_of_numbers_says_so() throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(company.base() + "/numbers");
            page.getByText("The carrier would refuse calls to Mexico").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "geo-permissions.png")));
            assertThat(browser.complaints()).isEmpty();
        }
    }
}

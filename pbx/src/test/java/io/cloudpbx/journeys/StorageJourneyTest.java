package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What room there is, for whoever runs the system. */
class StorageJourneyTest {
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();

    @Test
    void what_is_kept_is_counted_in_bytes_and_stands_beside_what_is_free() throws Exception {
        JsonNode before = company.get("/api/settings/storage").body();

        assertThat(company.postBytes("/api/media?name=room.png", "image/png", PICTURE)
                        .status())
                .isEqualTo(201);

        JsonNode after = company.get("/api/settings/storage").body();
        assertThat(of("pictures", after).get("count").asInt())
                .isGreaterThan(of("pictures", before).get("count").asInt());
        assertThat(of("pictures", after).get("bytes").asLong()
                        - of("pictures", before).get("bytes").asLong())
                .isGreaterThanOrEqualTo(PICTURE.length);
        assertThat(of("pictures", after).get("oldest").isNull()).isFalse();
        assertThat(after.get("kinds"))
                .extracting(kind -> kind.get("kind").asString())
                .containsExactlyInAnyOrder("voicemails", "recordings", "pictures", "greetings");
        assertThat(after.at("/database/bytes").asLong()).isGreaterThan(1_000_000);
        assertThat(after.at("/medium/free").asLong())
                .isPositive()
                .isLessThan(after.at("/medium/size").asLong());

        try (Browser browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(company.base() + "/settings/storage");
            page.getByText("Pictures and Files").waitFor();
            Pictures.of(page, "storage");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static JsonNode of(String kind, JsonNode storage) {
        return storage.get("kinds")
                .valueStream()
                .filter(each -> each.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}

package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.phone.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody's browser refuses because a page may not have it. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedContentTest {
    private static final String FOREIGN_PICTURE = """
            () => document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/picture.png?who=Maria' }))""";

    private final TwoPrograms programs = TwoPrograms.shared();

    @Test
    void a_foreign_picture_is_refused_and_said_in_the_log_without_what_it_would_have_told(CapturedOutput output)
            throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.evaluate(FOREIGN_PICTURE);

            await().until(() -> output.getAll().contains("img-src for https://elsewhere.example/picture.png on "));
            assertThat(output.getAll()).doesNotContain("who=Maria");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("elsewhere.example"));
        }
    }
}

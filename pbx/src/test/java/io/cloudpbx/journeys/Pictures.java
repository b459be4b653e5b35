package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import java.nio.file.Path;

/** What somebody sees, in light and dark, at a desk and on a phone: axe finds nothing in it, it is never wider than its screen, and it is kept. */
final class Pictures {
    private static final int DESK = 1440;
    private static final int PHONE = 390;

    private Pictures() {}

    /** The page is at a desk, in the light, afterwards. */
    static void of(Page page, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            for (int width : new int[] {PHONE, DESK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                page.waitForFunction("() => document.documentElement.scrollWidth <= innerWidth");
                assertThat(Axe.violations(page))
                        .as(name + " " + scheme + " " + width)
                        .isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", name + "-" + scheme + "-" + width + ".png")));
            }
        }
    }
}

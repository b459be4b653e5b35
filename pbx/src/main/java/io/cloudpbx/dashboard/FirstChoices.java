package io.cloudpbx.dashboard;

import io.cloudpbx.access.OwnerSetUp;
import io.cloudpbx.settings.Beginning;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the first owner said about the company while setting up becomes its settings, in the same transaction, and the first steps are open
 * to her.
 */
@Component
class FirstChoices {
    private final Settings settings;
    private final Beginning beginning;

    FirstChoices(Settings settings, Beginning beginning) {
        this.settings = settings;
        this.beginning = beginning;
    }

    @EventListener
    void on(OwnerSetUp setUp) {
        var present = settings.current();
        settings.change(new CompanySettings(
                setUp.businessName(), setUp.timeZone(), present.operatorExtension(), present.version()));
        beginning.open();
    }
}

package io.cloudpbx.dashboard;

import io.cloudpbx.access.OwnerSetUp;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the first owner said about the company while setting up becomes its settings, in the same transaction. */
@Component
class FirstChoices {
    private final Settings settings;

    FirstChoices(Settings settings) {
        this.settings = settings;
    }

    @EventListener
    void on(OwnerSetUp setUp) {
        var present = settings.current();
        settings.change(new CompanySettings(
                setUp.businessName(), setUp.timeZone(), present.operatorExtension(), present.version()));
    }
}

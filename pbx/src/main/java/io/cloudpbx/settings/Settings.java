package io.cloudpbx.settings;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.store.SettingsRow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the company's choices. */
@Service
public class Settings {
    private final SettingsRow row;
    private final ApplicationEventPublisher events;

    Settings(SettingsRow row, ApplicationEventPublisher events) {
        this.row = row;
        this.events = events;
    }

    public CompanySettings current() {
        return row.read();
    }

    /**
     * Replaces the settings if nobody else changed them since {@code wanted} was read.
     *
     * @throws Problem {@code settings_changed} when the version is not the present one
     */
    @Transactional
    public CompanySettings change(CompanySettings wanted) {
        if (!row.replace(wanted)) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        var changed = row.read();
        events.publishEvent(new SettingsChanged(changed));
        return changed;
    }
}

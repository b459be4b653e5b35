package io.cloudpbx.settings;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.store.SettingsRow;
import io.cloudpbx.telephony.Destinations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the company's choices. */
@Service
public class Settings {
    private final SettingsRow row;
    private final Operators operators;
    private final ApplicationEventPublisher events;

    Settings(SettingsRow row, Operators operators, ApplicationEventPublisher events) {
        this.row = row;
        this.operators = operators;
        this.events = events;
    }

    public CompanySettings current() {
        return row.read();
    }

    /** The settings as they stay until the caller's transaction ends, for who is about to change what they name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CompanySettings held() {
        return row.hold();
    }

    /**
     * Replaces the settings, but for where calls may go, if nobody else changed them since {@code wanted} was read.
     *
     * @throws Problem {@code settings_changed} when the version is not the present one; an invalid {@code operatorExtension}
     *     when that is no extension in use
     */
    @Transactional
    public CompanySettings change(CompanySettings wanted) {
        if (!row.replace(wanted)) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        // After the replacement, which waits for who holds the settings: an extension taken out of service meanwhile is
        // seen.
        String operator = wanted.operatorExtension();
        if (operator != null && !operators.isInUse(operator)) {
            throw Problem.invalid("operatorExtension", "no_such_extension", "is not an extension in use");
        }
        var changed = row.read();
        events.publishEvent(new SettingsChanged(changed));
        return changed;
    }

    /** Where calls may go from the end of the caller's transaction on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allow(Destinations wanted) {
        row.replace(wanted);
        events.publishEvent(new SettingsChanged(row.read()));
    }
}

package io.cloudpbx.dialing;

import io.cloudpbx.dialing.store.CeilingRows;
import io.cloudpbx.dialing.store.DialRulesRow;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company chose for calls: where they may go, and how many of them there may be. */
@Service
public class DialChoices {
    private final DialRulesRow row;
    private final CeilingRows reached;
    private final Settings settings;

    DialChoices(DialRulesRow row, CeilingRows reached, Settings settings) {
        this.row = row;
        this.reached = reached;
        this.settings = settings;
    }

    public DialSettings current() {
        var kept = row.read();
        return new DialSettings(settings.current().destinations(), kept.rules(), kept.version());
    }

    /** @throws Problem {@code settings_changed} when the version is not the present one */
    @Transactional
    public DialSettings change(DialSettings wanted) {
        if (!row.replace(wanted.rules(), wanted.version())) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        reached.forget();
        settings.allow(wanted.destinations());
        return current();
    }
}

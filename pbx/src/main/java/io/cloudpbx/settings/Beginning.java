package io.cloudpbx.settings;

import io.cloudpbx.settings.FirstSteps.Stage;
import io.cloudpbx.settings.FirstSteps.Step;
import io.cloudpbx.settings.store.FirstStepsRow;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where somebody is in setting the company up. */
@Service
public class Beginning {
    private final FirstStepsRow row;

    Beginning(FirstStepsRow row) {
        this.row = row;
    }

    public FirstSteps current() {
        return row.read();
    }

    /** Somebody is to be led through the steps. */
    @Transactional
    public void open() {
        row.replace(new FirstSteps(Stage.OPEN, Step.BUSINESS, Set.of()));
    }

    /** Of two who go on at once the last one counts: a bookmark that was moved twice loses nobody anything. */
    @Transactional
    public void keep(FirstSteps steps) {
        row.replace(steps);
    }
}

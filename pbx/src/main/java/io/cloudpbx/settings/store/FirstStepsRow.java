package io.cloudpbx.settings.store;

import static java.util.stream.Collectors.toSet;

import io.cloudpbx.settings.FirstSteps;
import io.cloudpbx.settings.FirstSteps.Stage;
import io.cloudpbx.settings.FirstSteps.Step;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one bookmark; a migration put it there. */
@Repository
public class FirstStepsRow {
    private final JdbcClient jdbc;

    FirstStepsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public FirstSteps read() {
        return jdbc.sql("select stage, step, skipped from first_steps")
                .query((row, n) -> new FirstSteps(
                        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                        step(row.getString("step")),
                        Stream.of((String[]) row.getArray("skipped").getArray())
                                .map(FirstStepsRow::step)
                                .collect(toSet())))
                .single();
    }

    private static Step step(String word) {
        return Step.valueOf(word.toUpperCase(Locale.ROOT));
    }

    public void replace(FirstSteps steps) {
        jdbc.sql("update first_steps set stage = :stage, step = :step, skipped = :skipped::text[]")
                .param("stage", word(steps.stage()))
                .param("step", word(steps.step()))
                .param(
                        "skipped",
                        steps.skipped().stream().map(FirstStepsRow::word).toArray(String[]::new))
                .update();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

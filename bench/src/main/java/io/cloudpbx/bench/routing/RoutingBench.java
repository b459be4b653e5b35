package io.cloudpbx.bench.routing;

import io.cloudpbx.bench.Figure;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a decision takes, by JMH, in a program of its own that runs as the phone system does. */
public final class RoutingBench {
    private static final TimeValue SECOND = TimeValue.seconds(1);

    private RoutingBench() {}

    /** @param seconds that each is measured */
    public static void run(int seconds) throws RunnerException {
        var options = new OptionsBuilder()
                .include(Decisions.class.getName())
                .forks(1)
                .warmupTime(SECOND)
                .warmupIterations(3)
                .measurementTime(SECOND)
                .measurementIterations(seconds)
                .verbosity(VerboseMode.SILENT)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> scores = new HashMap<>();
        for (RunResult result : results) {
            scores.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        int steps = new Decisions().wholeCall().size();
        Figure.printHead();
        figure(scores, "oneLookUp", "one look-up of an extension", "");
        figure(scores, "arrival", "a call arrives: hours, holidays, first menu", "one look-up");
        figure(scores, "keyPressed", "a key is pressed in a menu", "one look-up");
        figure(
                scores,
                "wholeCall",
                "a call of " + steps + " steps, from arrival to goodbye",
                "a step of it is a decision");
    }

    private static void figure(Map<String, Double> scores, String label, String name, String comparison) {
        new Figure(name, Objects.requireNonNull(scores.get(label)), "µs", comparison).print();
    }
}

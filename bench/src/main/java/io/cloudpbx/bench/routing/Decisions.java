package io.cloudpbx.bench.routing;

import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.NextStep;
import io.cloudpbx.calls.flow.Walk;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH measures, in a {@link LargeCompany}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Decisions {
    private static final List<String> THROUGH_ALL_MENUS = Collections.nCopies(LargeCompany.MENUS, "1");

    private final CallSituation call = LargeCompany.called();
    private final MenuAnswered pressed = new MenuAnswered("menu-1", 1, 0, "1");

    /** What any decision is to be held against. */
    @Benchmark
    public @Nullable Callee oneLookUp() {
        return call.directory().get("555");
    }

    /** Hours, holidays, and into the first menu. */
    @Benchmark
    public NextStep arrival() {
        return CallFlow.decide(call, new Arrived());
    }

    /** From a menu to the menu behind it. */
    @Benchmark
    public NextStep keyPressed() {
        return CallFlow.decide(call, pressed);
    }

    /** Through every menu, each of the group, the rounds of the queue, to the mailbox and the end. */
    @Benchmark
    public List<NextStep> wholeCall() {
        return Walk.of(call, THROUGH_ALL_MENUS);
    }
}

package io.cloudpbx.sandbox.junit;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.webhook.Debugger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A carrier for tests, and people who call and are called over it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension carrier = SandboxExtension.atSpeed(50);
 *
 * @Test
 * void who_asks_for_billing_is_connected_to_finance() {
 *     Person ruth = carrier.person("+14155550148");
 *     Person finance = carrier.person("+14155550191");
 *
 *     ruth.calls(MAIN_NUMBER).hears("welcome").presses("0").hears("how may I help").says("billing please");
 *     finance.answers().hears("press 1").presses("1");
 *     ruth.isConnectedTo(finance).says("About my invoice");
 *     finance.hears("invoice").hangsUp();
 *     ruth.isHungUpOn();
 * }
 * }</pre>
 *
 * <p>Carrier time stands almost still while the test decides what comes next, and runs at the chosen speed while somebody listens or
 * waits. When a test ends everybody hangs up, and it fails when the carrier's debugger has something to report ({@code twilio.md}
 * E14), unless it has {@linkplain #expectAlerts() said so}.
 */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final Sandbox sandbox;
    private final Stage stage;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private int alertsBefore;
    private boolean alertsExpected;

    private SandboxExtension(double speed) {
        this.sandbox = Sandbox.start(SandboxSettings.inMemory(speed));
        this.stage = new Stage(sandbox);
    }

    /** @param speed how much faster than real time the carrier's clock runs while somebody listens or waits; 1 or more */
    public static SandboxExtension atSpeed(double speed) {
        return new SandboxExtension(speed);
    }

    /** Where the carrier's API is, without a slash at the end. */
    public String baseUrl() {
        return sandbox.baseUrl();
    }

    /** The carrier itself. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** Who sits at this outside number (E.164); the same person each time within a test. */
    public Person person(String number) {
        return people.computeIfAbsent(number, own -> new Person(own, stage));
    }

    /** This test makes the carrier complain on purpose. */
    public void expectAlerts() {
        alertsExpected = true;
    }

    /** What the carrier's debugger has to report about this test, oldest first. */
    public List<Debugger.Alert> alerts() {
        List<Debugger.Alert> all = sandbox.debugger().alerts();
        return all.subList(Math.min(alertsBefore, all.size()), all.size());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        alertsBefore = sandbox.debugger().alerts().size();
        alertsExpected = false;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.values().forEach(Person::leaves);
        people.clear();
        List<Debugger.Alert> alerts = alerts();
        if (!alertsExpected
                && !alerts.isEmpty()
                && context.getExecutionException().isEmpty()) {
            throw new AssertionError("The carrier reports " + alerts);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stage.close();
        sandbox.close();
    }
}

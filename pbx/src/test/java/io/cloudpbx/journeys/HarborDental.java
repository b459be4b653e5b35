package io.cloudpbx.journeys;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Harbor Dental with its people's phones, at a carrier of its own, for all tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final HarborDental HARBOR = HarborDental.atSpeed(20);
 *
 * private final TwoPrograms programs = HARBOR.programs();
 * private final Person caller = HARBOR.caller();
 * }</pre>
 *
 * <p>After each test everybody hangs up, and the carrier works again, whatever it was told to get wrong.
 */
final class HarborDental implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final String DANA = "101";
    static final String LUIS = "104";

    private final SandboxExtension carrier;
    private final HarborPhones phones;
    private @Nullable TwoPrograms programs;

    private HarborDental(double speed) {
        this.carrier = SandboxExtension.atSpeed(speed);
        this.phones = new HarborPhones(carrier);
    }

    /** @param speed as of {@link SandboxExtension#atSpeed} */
    static HarborDental atSpeed(double speed) {
        return new HarborDental(speed);
    }

    TwoPrograms programs() {
        return Objects.requireNonNull(programs);
    }

    Person caller() {
        return phones.caller();
    }

    Person dana() {
        return phones.dana();
    }

    Person luis() {
        return phones.luis();
    }

    /** What the carrier has to complain of in this test is wanted. */
    void expectsAlerts() {
        carrier.expectAlerts();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        programs = TwoPrograms.at(carrier.sandbox());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        carrier.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        programs().outside().works();
        carrier.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        programs().close();
        carrier.afterAll(context);
    }
}

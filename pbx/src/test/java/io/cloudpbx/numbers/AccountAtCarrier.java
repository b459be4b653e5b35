package io.cloudpbx.numbers;

import io.cloudpbx.carrier.AvailableNumber;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierCall;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierRecording;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account at a carrier with the numbers that a test puts there, and what was asked for of them. */
final class AccountAtCarrier implements Carrier {
    private final List<CarrierNumber> numbers = new ArrayList<>();
    private final List<String> configured = new ArrayList<>();
    private final Map<CarrierId, Kind> refusals = new HashMap<>();

    /** Whoever would set that number is refused so. */
    void refuses(CarrierId id, Kind how) {
        refusals.put(id, how);
    }

    void has(CarrierNumber number) {
        hasNot(number.number());
        numbers.add(number);
    }

    void hasNot(PhoneNumber number) {
        numbers.removeIf(each -> each.number().equals(number));
    }

    List<String> configured() {
        return configured;
    }

    @Override
    public Optional<CarrierNumber> owned(PhoneNumber number) {
        return numbers.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    @Override
    public List<CarrierNumber> owned() {
        return List.copyOf(numbers);
    }

    @Override
    public CarrierNumber configure(CarrierId id, String label) {
        if (refusals.containsKey(id)) {
            throw new CarrierFailure(refusals.get(id), 21402, "It is not set");
        }
        var there = numbers.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CarrierFailure(Kind.GONE, 20404, "There is no such number"));
        configured.add(id.value());
        var set = new CarrierNumber(id, there.number(), label, List.of(), there.sendsPictures());
        has(set);
        return set;
    }

    @Override
    public CarrierNumber buy(PhoneNumber number, String label) {
        throw new CarrierFailure(Kind.GONE, 21422, "Not for sale");
    }

    @Override
    public List<AvailableNumber> localNumbers(String areaCode) {
        throw notHere();
    }

    @Override
    public List<AvailableNumber> localNumbersNear(String areaCode) {
        throw notHere();
    }

    @Override
    public List<AvailableNumber> localNumbersAnywhere() {
        throw notHere();
    }

    @Override
    public void release(CarrierId number) {
        throw notHere();
    }

    @Override
    public Optional<CarrierCall> call(CarrierId call) {
        throw notHere();
    }

    @Override
    public void redirect(CarrierId call, String url) {
        throw notHere();
    }

    @Override
    public void hangUp(CarrierId call) {
        throw notHere();
    }

    @Override
    public List<CarrierRecording> messagesSince(Instant since) {
        throw notHere();
    }

    @Override
    public long download(CarrierId recording, Path target) {
        throw notHere();
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("Nobody who looks at numbers asks for it.");
    }
}

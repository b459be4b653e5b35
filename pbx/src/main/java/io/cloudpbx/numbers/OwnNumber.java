package io.cloudpbx.numbers;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of ours, from the wish for it to its release.
 *
 * @param areaCode where it was wished for; null when anywhere will do
 * @param number held from {@code BUYING} on
 * @param carrierId known once bought
 * @param label what people read at the carrier, and here where no extension has it
 * @param code what stopped it, a stable name; null unless failed
 * @param reason the same as a sentence
 * @param tried numbers that were gone when we came to buy them
 * @param listening how the receptionist listens to who calls it
 * @param registration null until the carrier was asked
 * @param sendsPictures whether the carrier takes pictures from it, as far as it was asked
 * @param emergencyAddress null until the carrier was asked
 * @param dailyCap how many segments of campaigns it sends a day, as somebody has chosen
 */
public record OwnNumber(
        UUID id,
        Purpose purpose,
        @Nullable String areaCode,
        @Nullable PhoneNumber number,
        @Nullable CarrierId carrierId,
        String label,
        NumberState state,
        @Nullable String code,
        @Nullable String reason,
        List<PhoneNumber> tried,
        Listening listening,
        @Nullable ListedRegistration registration,
        boolean sendsPictures,
        @Nullable EmergencyAddress emergencyAddress,
        DailyCap dailyCap) {

    /** Whether it is bought and neither being given back nor gone. */
    boolean isOurs() {
        return carrierId != null && state != NumberState.RELEASING && state != NumberState.RELEASED;
    }

    OwnNumber registered(ListedRegistration now) {
        return new OwnNumber(
                id,
                purpose,
                areaCode,
                number,
                carrierId,
                label,
                state,
                code,
                reason,
                tried,
                listening,
                now,
                sendsPictures,
                emergencyAddress,
                dailyCap);
    }

    /** How many segments of campaigns it may send a day; empty for as many as it can. */
    public OptionalInt dailySegments() {
        return dailyCap.segments(usualSegments());
    }

    OptionalInt usualSegments() {
        return number == null ? OptionalInt.empty() : UsualCaps.of(number, registration);
    }

    /** Twilio takes 64 characters. */
    private static final int LONGEST_LABEL = 50;

    /** The label cut to what the carrier takes. */
    public String carrierLabel() {
        return label.substring(
                0, label.offsetByCodePoints(0, Math.min(LONGEST_LABEL, label.codePointCount(0, label.length()))));
    }

    /** What keeps the carrier from sending its calls and texts to us, or from calling it as we do. */
    public List<Deviation> deviations(CarrierNumber there) {
        var name = new Deviation(Deviation.Setting.NAME, there.label(), carrierLabel());
        return Stream.concat(there.deviations().stream(), Stream.of(name))
                .filter(setting -> !setting.there().equals(setting.wanted()))
                .toList();
    }

    /** The label while buying: unlike any other, so that a purchase whose answer was lost is known to be this wish's own. */
    public String purchaseLabel() {
        return carrierLabel() + " " + id.toString().substring(0, 8);
    }

    /** What a number is for. */
    public enum Purpose {
        MAIN,
        EXTENSION,
        /** Rings nobody in particular: its callers go where the call flow says. */
        COMPANY
    }

    /** How the receptionist listens. */
    public enum Listening {
        /** A turn at a time. */
        TURNS,
        /** All the time, so that it can be interrupted. */
        STREAM
    }
}

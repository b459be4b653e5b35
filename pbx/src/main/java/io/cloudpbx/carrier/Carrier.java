package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The carrier, asked over its REST API, each request sent exactly once: whoever needs a second attempt decides it
 * knowing what the first one may have done ({@code security-and-reliability.md} R7).
 *
 * <p>Every method throws {@link CarrierFailure}, and none may be called inside a transaction.
 */
public interface Carrier {
    /** Local numbers that could be bought in an area code now; empty when there are none. */
    List<AvailableNumber> localNumbers(String areaCode);

    /** Local numbers that could be bought within 100 miles of an area code's home, nearest first as the carrier sees it. */
    List<AvailableNumber> localNumbersNear(String areaCode);

    /** Local numbers that could be bought anywhere in the country. */
    List<AvailableNumber> localNumbersAnywhere();

    /** The number as our account owns it; empty when it does not. */
    Optional<CarrierNumber> owned(PhoneNumber number);

    /** All numbers our account owns. */
    List<CarrierNumber> owned();

    /** Buys a number with all its webhooks set in the same request, so that it never rings into nothing (A21). */
    CarrierNumber buy(PhoneNumber number, String label);

    /** Points an owned number's webhooks and fallbacks at us. */
    CarrierNumber configure(CarrierId number, String label);

    /** Gives a number back, perhaps for good. One that is gone already counts as released. */
    void release(CarrierId number);

    /** Empty when the carrier does not know it. */
    Optional<CarrierCall> call(CarrierId call);

    /** Has a live call led on by what that URL answers, instead of whatever it was doing. The same asked twice is no harm. */
    void redirect(CarrierId call, String url);

    /** Ends a call. One that is over already counts as ended. */
    void hangUp(CarrierId call);

    /** Messages that callers left since then and that are complete, newest first, bounded to 10,000. */
    List<CarrierRecording> messagesSince(Instant since);

    /**
     * Downloads a recording's WAV into a file that must not exist yet, never beyond 100 MB.
     *
     * @return the number of bytes, equal to the length the carrier announced where it announced one
     */
    long download(CarrierId recording, Path target);
}

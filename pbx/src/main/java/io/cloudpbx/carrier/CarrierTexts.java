package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The carrier's texts, over its REST API, each request sent exactly once (R7). Only the last step of sending may call
 * {@link #send}: whatever else wants to text somebody goes through the gate that stands before it.
 *
 * <p>Every method throws {@link CarrierFailure}, and none may be called inside a transaction.
 */
public interface CarrierTexts {
    /** Hands a text over. Asked twice, it texts twice: there is no key by which the carrier would notice. */
    CarrierText send(TextOrder order);

    /** Empty when the carrier does not know it. */
    Optional<CarrierText> text(CarrierId id);

    /** Texts that we sent from one number to another, newest first, bounded to 200. */
    List<CarrierText> sentBetween(PhoneNumber from, PhoneNumber to);

    /**
     * Texts that a number of ours sent between two instants, newest first, up to 1,000 with each request.
     *
     * @param requests how many may be made
     * @param page is given the texts of each
     * @return how many were made
     */
    int sentFrom(PhoneNumber from, Instant since, Instant before, int requests, Consumer<List<CarrierText>> page);

    /**
     * Texts that a number of ours sent, or is to send, and that were made since then, newest first, up to 1,000 with each request. Also
     * those that wait in the carrier's queue, which no question for when they were sent finds.
     *
     * @param page is given the texts of each
     */
    void madeFrom(PhoneNumber from, Instant since, Consumer<List<CarrierText>> page);

    /** Texts that came in since then, newest first. */
    List<CarrierText> receivedSince(Instant since, int most);

    /** The names of what is attached to a text, in order. */
    List<CarrierId> mediaOf(CarrierId text);

    /**
     * Downloads what is attached to a text into a file that must not exist yet, never beyond 10 MB.
     *
     * @return the type that the carrier claims it to be
     */
    String downloadMedia(CarrierId text, CarrierId media, Path target);
}

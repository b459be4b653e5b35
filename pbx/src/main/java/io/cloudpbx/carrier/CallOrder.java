package io.cloudpbx.carrier;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;

/**
 * A call that the carrier is to place.
 *
 * @param from the number that is shown, one of ours
 * @param answerUrl asked for what to do when it is answered
 * @param statusCallback told how it goes
 * @param ringFor how long it may ring
 * @param longest how long it may last
 */
public record CallOrder(
        PhoneNumber from,
        PhoneNumber to,
        String answerUrl,
        String statusCallback,
        Duration ringFor,
        Duration longest) {}

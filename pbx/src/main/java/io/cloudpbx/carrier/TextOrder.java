package io.cloudpbx.carrier;

import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A text to be handed over.
 *
 * @param media where the carrier fetches what is attached, readable by anybody who knows the address
 * @param statusCallback where news of it goes
 * @param validity how long the carrier may keep it waiting, from 1 s to 10 h
 */
public record TextOrder(
        PhoneNumber from, PhoneNumber to, String body, List<URI> media, String statusCallback, Duration validity) {}

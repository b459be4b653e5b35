/** Twilio's REST API and its look-alikes, through the official client. */
@NullMarked
package io.cloudpbx.carrier.twilio;

import org.jspecify.annotations.NullMarked;

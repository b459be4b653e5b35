/** Asks a customer's server, signed as Twilio signs, with its timeouts, retries and fallback. */
@NullMarked
package io.cloudpbx.sandbox.webhook;

import org.jspecify.annotations.NullMarked;

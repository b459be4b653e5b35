/** A carrier of our own: speaks Twilio's API, executes TwiML, plays callers. */
@NullMarked
package io.cloudpbx.sandbox;

import org.jspecify.annotations.NullMarked;

/** TwiML as values: what a document asks for, read once, with Twilio's defaults, limits and error codes. */
@NullMarked
package io.cloudpbx.sandbox.twiml;

import org.jspecify.annotations.NullMarked;

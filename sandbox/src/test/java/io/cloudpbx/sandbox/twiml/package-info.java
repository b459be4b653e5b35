/** Reading TwiML, compared with what Twilio documents and its own library accepts. */
package io.cloudpbx.sandbox.twiml;

/** Twilio's REST surface: parses requests, checks them by Twilio's rules, answers in Twilio's shapes. */
@NullMarked
package io.cloudpbx.sandbox.rest;

import org.jspecify.annotations.NullMarked;

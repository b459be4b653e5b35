/**
 * Passkeys (WebAuthn): keys that people's devices hold and open by finger, face or PIN, so one alone is both factors. No attestation is
 * asked for, and what the browser then hands over (the key in X.509, the authenticator's data) is read by the JDK alone; a library
 * would add the formats of attestations that nobody here looks at.
 */
@NullMarked
package io.cloudpbx.access.passkeys;

import org.jspecify.annotations.NullMarked;

/**
 * Passkeys (WebAuthn): keys that people's devices hold and open by finger, face or PIN, so one alone is both factors. What browsers and
 * authenticators say is read and verified by webauthn4j; ours are the challenges, whose key it is, and that each signature counts once.
 */
@NullMarked
package io.cloudpbx.access.passkeys;

import org.jspecify.annotations.NullMarked;

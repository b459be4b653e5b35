/** The way out: the secret, the signature, and one POST to a checked address. */
@NullMarked
package io.cloudpbx.hooks.send;

import org.jspecify.annotations.NullMarked;

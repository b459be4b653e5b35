/** Tests of the adapter. */
@NullMarked
package io.cloudpbx.carrier.twilio;

import org.jspecify.annotations.NullMarked;

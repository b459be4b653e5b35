/** Text messages: their way from sender to handset, what becomes of them, and who is told. */
@NullMarked
package io.cloudpbx.sandbox.message;

import org.jspecify.annotations.NullMarked;

/** The tables of missed calls. */
@NullMarked
package io.cloudpbx.missedcalls.store;

import org.jspecify.annotations.NullMarked;

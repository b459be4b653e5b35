/** The tables of calls that somebody here began. */
@NullMarked
package io.cloudpbx.dialing.store;

import org.jspecify.annotations.NullMarked;

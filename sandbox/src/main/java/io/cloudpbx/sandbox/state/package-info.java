/** What the carrier remembers: accounts, numbers, calls, recordings, journalled before they are acknowledged. */
@NullMarked
package io.cloudpbx.sandbox.state;

import org.jspecify.annotations.NullMarked;

/** The tables of webhooks. */
@NullMarked
package io.cloudpbx.hooks.store;

import org.jspecify.annotations.NullMarked;

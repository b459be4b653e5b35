/** SQL of counted days. */
@NullMarked
package io.cloudpbx.analytics.store;

import org.jspecify.annotations.NullMarked;

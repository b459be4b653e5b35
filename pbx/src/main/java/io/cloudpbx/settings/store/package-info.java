/** SQL of the settings. */
@NullMarked
package io.cloudpbx.settings.store;

import org.jspecify.annotations.NullMarked;

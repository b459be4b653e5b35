/** SQL of the extensions. */
@NullMarked
package io.cloudpbx.extensions.store;

import org.jspecify.annotations.NullMarked;

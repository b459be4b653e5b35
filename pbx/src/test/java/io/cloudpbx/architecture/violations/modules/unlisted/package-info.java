/** One module uses another that it does not list. */
@NullMarked
package io.cloudpbx.architecture.violations.modules.unlisted;

import org.jspecify.annotations.NullMarked;

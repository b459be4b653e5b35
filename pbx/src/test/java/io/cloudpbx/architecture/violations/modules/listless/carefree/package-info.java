/** May use everything, because it lists nothing. */
@NullMarked
package io.cloudpbx.architecture.violations.modules.listless.carefree;

import org.jspecify.annotations.NullMarked;

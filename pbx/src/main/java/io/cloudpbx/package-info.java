/** The phone system. Each direct sub-package is one capability. */
@NullMarked
package io.cloudpbx;

import org.jspecify.annotations.NullMarked;

/** Tests of who gets in. */
@NullMarked
package io.cloudpbx.access;

import org.jspecify.annotations.NullMarked;

/** Tests of who gets in: the decisions. */
@NullMarked
package io.cloudpbx.access.flow;

import org.jspecify.annotations.NullMarked;

/** The numbers that can be bought, and the fictional people outside whose numbers cannot. */
@NullMarked
package io.cloudpbx.sandbox.market;

import org.jspecify.annotations.NullMarked;

/** Keeps the sandbox carrier a product of its own, in layers without circles. */
@NullMarked
package io.cloudpbx.sandbox.architecture;

import org.jspecify.annotations.NullMarked;

/** Stands for the phone system. */
@NullMarked
package io.cloudpbx.sandbox.architecture.violations.customer;

import org.jspecify.annotations.NullMarked;

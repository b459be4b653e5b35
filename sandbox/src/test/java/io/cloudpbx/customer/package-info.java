/** Stands for the phone system in the sandbox's own tests, which do not have it. */
@NullMarked
package io.cloudpbx.customer;

import org.jspecify.annotations.NullMarked;

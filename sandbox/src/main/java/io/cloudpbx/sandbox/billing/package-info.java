/** What things cost, and what each account has used. */
@NullMarked
package io.cloudpbx.sandbox.billing;

import org.jspecify.annotations.NullMarked;

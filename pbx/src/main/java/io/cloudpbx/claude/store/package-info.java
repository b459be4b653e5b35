/** SQL of what Claude may cost and did. */
@NullMarked
package io.cloudpbx.claude.store;

import org.jspecify.annotations.NullMarked;

/** The mind that asks Claude. */
@NullMarked
package io.cloudpbx.assistant.claude;

import org.jspecify.annotations.NullMarked;

/** The mind that needs nobody: it answers what the business told it, when it is sure of the question. */
@NullMarked
package io.cloudpbx.assistant.offline;

import org.jspecify.annotations.NullMarked;

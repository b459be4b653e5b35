/** Words of the assistant: what is always said in words of ours, and what people may always ask. */
@NullMarked
package io.cloudpbx.assistant.words;

import org.jspecify.annotations.NullMarked;

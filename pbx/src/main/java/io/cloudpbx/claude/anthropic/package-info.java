/** The adapter over Anthropic's own library. Nothing else touches that library, and none of its types leaves here. */
@NullMarked
package io.cloudpbx.claude.anthropic;

import org.jspecify.annotations.NullMarked;

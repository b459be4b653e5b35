/** Words in and out: what may be told, what is always said in words of ours, and how a text looks when it is sent. */
@NullMarked
package io.cloudpbx.assistant.words;

import org.jspecify.annotations.NullMarked;

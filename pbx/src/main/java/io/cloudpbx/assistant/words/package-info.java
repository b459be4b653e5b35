/** Words in and out: the language they are in, how they look in a text, what the business knows, said in a sentence. */
@NullMarked
package io.cloudpbx.assistant.words;

import org.jspecify.annotations.NullMarked;

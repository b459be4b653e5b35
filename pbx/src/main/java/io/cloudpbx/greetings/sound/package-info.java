/** What a file really is, told by its bytes, and whether a phone can play it. */
@NullMarked
package io.cloudpbx.greetings.sound;

import org.jspecify.annotations.NullMarked;

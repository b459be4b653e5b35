/** What a caller said: words, language, and which of them are a slip, an introduction, a message or a slot for a name. */
@NullMarked
package io.cloudpbx.receptionist.offline.speech;

import org.jspecify.annotations.NullMarked;

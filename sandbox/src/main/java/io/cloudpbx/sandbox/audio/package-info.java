/** What is heard on a call: speech, tones and sound files as PCM, laid on a time line and mixed into WAV. */
@NullMarked
package io.cloudpbx.sandbox.audio;

import org.jspecify.annotations.NullMarked;

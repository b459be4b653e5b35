/** What no answer of a model may say, checked in code: a model can be talked into anything (S13). */
@NullMarked
package io.cloudpbx.assistant.guard;

import org.jspecify.annotations.NullMarked;

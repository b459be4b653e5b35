/** What no answer of a model may say, checked in code: a model can be talked into anything (S13). */
@NamedInterface("guard")
@NullMarked
package io.cloudpbx.knowledge.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

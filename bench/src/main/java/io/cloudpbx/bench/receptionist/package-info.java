/** How well callers are understood without Claude: any set of utterances is answered, and one that is known is scored. */
@NullMarked
package io.cloudpbx.bench.receptionist;

import org.jspecify.annotations.NullMarked;

/** How well inbound texts are understood: any set of them is answered, and one that is known is scored. */
@NullMarked
package io.cloudpbx.bench.messages;

import org.jspecify.annotations.NullMarked;

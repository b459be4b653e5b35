/** SQL of conversations, their texts, and what is attached to them. */
@NullMarked
package io.cloudpbx.messaging.store;

import org.jspecify.annotations.NullMarked;

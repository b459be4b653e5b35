/** The phones outside: a person's browser phone, and how scripted ones are taught and their calls read. */
@NullMarked
package io.cloudpbx.sandbox.handset;

import org.jspecify.annotations.NullMarked;

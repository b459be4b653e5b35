/** The browser phone in a real browser, with a microphone that plays what the test knows. */
@NullMarked
package io.cloudpbx.sandbox.phone;

import org.jspecify.annotations.NullMarked;

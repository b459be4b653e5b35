/** Tests of the blob stores. */
@NullMarked
package io.cloudpbx.storage;

import org.jspecify.annotations.NullMarked;

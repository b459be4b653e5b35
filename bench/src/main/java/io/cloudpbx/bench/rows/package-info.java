/** Files of rows, one JSON object a line: each is answered, and each that cannot be is named with its line. */
@NullMarked
package io.cloudpbx.bench.rows;

import org.jspecify.annotations.NullMarked;

/** Plans as JSON: read strictly, written so that they can be read again, and compared in words. */
@NamedInterface("json")
@NullMarked
package io.cloudpbx.callflow.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

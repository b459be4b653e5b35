/**
 * A database that was restored from a backup, where what has left since waits to leave again (R26).
 *
 * <pre>
 * started in another place than it was written in, or told so ─→ open: nothing leaves, and what the carrier has is taken for sent
 *                                                                 └─ compared, and somebody resumes ─→ over
 * </pre>
 */
@NullMarked
@NamedInterface("restored")
package io.cloudpbx.messaging.restored;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

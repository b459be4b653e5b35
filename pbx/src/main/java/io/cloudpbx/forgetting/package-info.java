/**
 * Has the carrier forget what is forgotten here: words and attachments of texts, recordings, and what is listed of calls (C39). It is written down in the
 * transaction that deletes, and asked for until it is so.
 *
 * <pre>
 * asked ─ redacted, deleted, or not there any more ─→ done
 *   │  └─ not now: later, again
 *   └─ refused for a month ─→ refusal, for a person
 * </pre>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"telephony", "carrier", "jobs"})
package io.cloudpbx.forgetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What cannot be argued with: an append-only list of what reached handsets, exceeded rates and kept callers waiting. */
@NullMarked
package io.cloudpbx.sandbox.ledger;

import org.jspecify.annotations.NullMarked;

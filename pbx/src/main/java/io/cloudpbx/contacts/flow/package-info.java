/** What the ledger and a merge come to: decisions about consent and people, as functions of values. */
@NullMarked
package io.cloudpbx.contacts.flow;

import org.jspecify.annotations.NullMarked;

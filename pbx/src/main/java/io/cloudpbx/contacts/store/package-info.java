/** SQL of the contacts, their opt-outs and the consent ledger. */
@NullMarked
package io.cloudpbx.contacts.store;

import org.jspecify.annotations.NullMarked;

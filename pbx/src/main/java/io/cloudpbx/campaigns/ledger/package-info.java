/** What is written down of campaigns, as those see it who decide. PostgreSQL keeps it, by {@code store}. */
@NullMarked
package io.cloudpbx.campaigns.ledger;

import org.jspecify.annotations.NullMarked;

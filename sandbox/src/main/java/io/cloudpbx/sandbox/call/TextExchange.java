package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.TextOrder;
import io.cloudpbx.sandbox.message.TextRefused;
import io.cloudpbx.sandbox.state.Account;

/** Where the documents of calls have their texts sent. */
@FunctionalInterface
public interface TextExchange {
    /** @throws TextRefused with Twilio's code */
    Text send(Account account, TextOrder order);
}

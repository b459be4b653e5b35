package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;

/** Published in the transaction of the change. */
public record OptOutChanged(PhoneNumber number, boolean optedOut) {}

package io.cloudpbx.campaigns.send;

import io.cloudpbx.telephony.PhoneNumber;

/** Nobody learns anything. */
final class Unlearnt implements Lessons {
    @Override
    public boolean anyIsRefused() {
        return false;
    }

    @Override
    public void arrived(PhoneNumber sender) {}

    @Override
    public void failed(PhoneNumber sender, int code) {}
}

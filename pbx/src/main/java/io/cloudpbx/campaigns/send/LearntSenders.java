package io.cloudpbx.campaigns.send;

import io.cloudpbx.messaging.Senders;
import io.cloudpbx.telephony.PhoneNumber;
import org.springframework.stereotype.Component;

/** What holds for every text of a number. */
@Component
class LearntSenders implements Lessons {
    private final Senders senders;

    LearntSenders(Senders senders) {
        this.senders = senders;
    }

    @Override
    public boolean anyIsRefused() {
        return senders.anyIsBlocked();
    }

    @Override
    public void arrived(PhoneNumber sender) {
        senders.learnDelivered(sender);
    }

    @Override
    public void failed(PhoneNumber sender, int code) {
        senders.learn(sender, code);
    }
}

package io.cloudpbx.campaigns;

import io.cloudpbx.jobs.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Comes back to what was on its way when its recipient was deleted. */
@Component
class ForgetLater implements Recurring {
    private final ForgetRecipients recipients;

    ForgetLater(ForgetRecipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public String name() {
        return "campaigns.forget-later";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        recipients.forgetEnded();
    }
}

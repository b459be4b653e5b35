package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.store.FailingRows;
import io.cloudpbx.jobs.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Pauses campaigns most of whose texts fail, or are filtered as spam, until somebody has looked. */
@Component
class FailingCampaigns implements Recurring {
    private final CampaignLedger campaigns;
    private final FailingRows rows;
    private final Course course;

    FailingCampaigns(CampaignLedger campaigns, FailingRows rows, Course course) {
        this.campaigns = campaigns;
        this.rows = rows;
        this.course = course;
    }

    @Override
    public String name() {
        return "campaigns.failing";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        campaigns.running().forEach(this::look);
    }

    private void look(Campaign campaign) {
        rows.of(campaign.id()).stops().ifPresent(why -> course.halt(campaign.id(), why));
    }
}

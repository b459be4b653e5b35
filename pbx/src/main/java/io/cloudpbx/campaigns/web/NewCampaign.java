package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.Audience;
import io.cloudpbx.campaigns.Audience.Who;
import io.cloudpbx.campaigns.Campaigns;
import io.cloudpbx.campaigns.Intake;
import io.cloudpbx.campaigns.Seen;
import io.cloudpbx.campaigns.StepNews;
import io.cloudpbx.repeats.AskedOnce;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A campaign that is made, filled and begun in one request: all of it, or nothing. */
@Component
class NewCampaign {
    private final Campaigns campaigns;
    private final Audience audience;
    private final AskedOnce once;

    NewCampaign(Campaigns campaigns, Audience audience, AskedOnce once) {
        this.campaigns = campaigns;
        this.audience = audience;
        this.once = once;
    }

    record Made(UUID id, Intake intake) {}

    /** @param key by which a repeated request is known */
    @Transactional
    public Made of(@Nullable String key, CampaignBody body, SignedIn who, String address) {
        return once.of(key, who, body, Made.class, () -> made(body, who, address));
    }

    private Made made(CampaignBody body, SignedIn who, String address) {
        UUID id = campaigns.draft(body.details(), who.name());
        var consent = body.consent();
        var agreed = consent == null ? null : consent.agreed(who.name());
        Intake intake =
                audience.add(id, Recipients.of(body.recipients()), agreed, StepNews.NOBODY, new Who(who, address));
        if (body.begins()) {
            campaigns.start(id, new Seen(intake.taken(), null), who, address);
        }
        return new Made(id, intake);
    }
}

package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.campaigns.flow.Template;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.settings.Settings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people read of a campaign. */
@Component
public class Wording {
    private final Settings settings;

    Wording(Settings settings) {
        this.settings = settings;
    }

    public String of(String message, TextKind kind, Map<String, String> fields) {
        String said = new Template(message).of(fields);
        return kind == TextKind.MARKETING
                ? Signature.sign(said, settings.current().businessName())
                : said;
    }

    /** A field that the message needs and that is not known of somebody; empty when there is none. */
    public String missing(Campaign campaign, Map<String, String> fields) {
        return new Template(campaign.message()).missing(fields);
    }

    public String of(Campaign campaign, Map<String, String> fields) {
        return of(campaign.message(), campaign.kind(), fields);
    }
}

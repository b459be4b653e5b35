package io.cloudpbx.messaging;

import io.cloudpbx.messaging.compliance.QuietHoursTable;
import io.cloudpbx.messaging.flow.GateRules;
import io.cloudpbx.messaging.flow.GateRules.Limits;
import io.cloudpbx.messaging.flow.GateRules.Prices;
import io.cloudpbx.messaging.flow.LocalHours;
import io.cloudpbx.messaging.flow.Responder;
import io.cloudpbx.messaging.store.MessagingSettingsRow;
import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.settings.Settings;
import org.springframework.stereotype.Component;

/** The rules by which the gate judges now: the law's, as tables, and the company's own. */
@Component
public class GateRulebook {
    /** In millionths of a dollar, for a segment and for a text with media, carrier fees included: what is asked for in the US. */
    private static final long SEGMENT = 11_000;

    private static final long MEDIA_TEXT = 30_000;
    private static final long CENT = 10_000;

    private final MessagingSettingsRow choices;
    private final Settings settings;
    private final RecoveryRows recoveries;

    GateRulebook(MessagingSettingsRow choices, Settings settings, RecoveryRows recoveries) {
        this.choices = choices;
        this.settings = settings;
        this.recoveries = recoveries;
    }

    GateRules rules() {
        var chosen = choices.read();
        return new GateRules(
                chosen.countries(),
                false,
                Limits.DEFAULT.withCampaignTextsADay(chosen.campaignTextsADay()),
                new Prices(SEGMENT, MEDIA_TEXT, chosen.centsPerDay() * CENT),
                QuietHoursTable.shipped(),
                settings.current().timeZone());
    }

    /** The same for people to read. */
    public TextingRules told() {
        var rules = rules();
        return new TextingRules(
                Responder.TWILIO_DEFAULT.stopWords(),
                rules.quietHours().house(),
                rules.quietHours().jurisdictions().values().stream()
                        .map(LocalHours::name)
                        .sorted()
                        .toList(),
                rules.limits().campaignTextsADay());
    }

    boolean isFrozen() {
        return choices.read().frozen() || recoveries.isOpen();
    }

    /** About what a text costs, in dollars. */
    public static double price(int segments, int media) {
        return (media > 0 ? MEDIA_TEXT : segments * SEGMENT) / 1_000_000.0;
    }
}

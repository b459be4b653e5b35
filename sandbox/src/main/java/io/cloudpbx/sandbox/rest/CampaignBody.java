package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Campaign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A 10DLC campaign as {@code messaging.twilio.com} shows it. */
final class CampaignBody {
    static final List<String> FLAGS =
            List.of("HasEmbeddedLinks", "HasEmbeddedPhone", "SubscriberOptIn", "AgeGated", "DirectLending");
    static final List<String> LISTS = List.of("MessageSamples", "OptInKeywords", "OptOutKeywords", "HelpKeywords");
    private static final List<String> TEXTS = List.of(
            "Description",
            "MessageFlow",
            "UsAppToPersonUsecase",
            "OptInMessage",
            "OptOutMessage",
            "HelpMessage",
            "PrivacyPolicyUrl",
            "TermsAndConditionsUrl");

    /** Those with one value. */
    static final List<String> PARAMETERS =
            Stream.concat(TEXTS.stream(), FLAGS.stream()).toList();

    private CampaignBody() {}

    static Map<String, @Nullable Object> of(Campaign campaign) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("sid", campaign.sid());
        body.put("account_sid", campaign.accountSid());
        body.put("brand_registration_sid", campaign.brandSid());
        body.put("messaging_service_sid", campaign.serviceSid());
        Details details = new Details(campaign.texts(), campaign.lists());
        details.show(body, TEXTS, LISTS);
        FLAGS.forEach(name -> body.put(
                Details.snakeCase(name), "true".equalsIgnoreCase(details.texts().get(name))));
        body.put("campaign_status", campaign.status().name());
        body.put(
                "campaign_id",
                campaign.status() == Campaign.Status.VERIFIED
                        ? "C" + campaign.sid().substring(2, 8).toUpperCase(Locale.ROOT)
                        : null);
        body.put("is_externally_registered", false);
        body.put("rate_limits", null);
        body.put("mock", campaign.mock());
        body.put("errors", List.of());
        body.put("date_created", Dates.iso8601(campaign.dateCreated()));
        body.put("date_updated", Dates.iso8601(campaign.dateUpdated()));
        body.put(
                "url",
                Product.MESSAGING.url(
                        "/Services/%s/Compliance/Usa2p/%s".formatted(campaign.serviceSid(), campaign.sid())));
        return body;
    }
}

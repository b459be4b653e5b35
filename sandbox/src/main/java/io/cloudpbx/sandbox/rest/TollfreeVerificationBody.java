package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.TollfreeVerification;
import io.cloudpbx.sandbox.state.TollfreeVerification.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A toll-free verification as {@code messaging.twilio.com} shows it. */
final class TollfreeVerificationBody {
    static final List<String> TEXTS = List.of(
            "CustomerProfileSid",
            "BusinessName",
            "DoingBusinessAs",
            "BusinessStreetAddress",
            "BusinessStreetAddress2",
            "BusinessCity",
            "BusinessStateProvinceRegion",
            "BusinessPostalCode",
            "BusinessCountry",
            "BusinessWebsite",
            "BusinessContactFirstName",
            "BusinessContactLastName",
            "BusinessContactEmail",
            "BusinessContactPhone",
            "BusinessType",
            "BusinessRegistrationNumber",
            "BusinessRegistrationAuthority",
            "BusinessRegistrationCountry",
            "BusinessRegistrationPhoneNumber",
            "NotificationEmail",
            "UseCaseSummary",
            "ProductionMessageSample",
            "OptInType",
            "OptInConfirmationMessage",
            "HelpMessageSample",
            "PrivacyPolicyUrl",
            "TermsAndConditionsUrl",
            "MessageVolume",
            "AdditionalInformation",
            "ExternalReferenceId",
            "VettingId",
            "VettingProvider");
    static final List<String> LISTS = List.of("UseCaseCategories", "OptInImageUrls", "OptInKeywords");

    /** How long after a rejection the customer may edit and send in again. */
    private static final Duration EDITABLE = Duration.ofDays(7);

    private TollfreeVerificationBody() {}

    static Map<String, @Nullable Object> of(TollfreeVerification verification) {
        boolean rejected = verification.status() == Status.TWILIO_REJECTED;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("sid", verification.sid());
        body.put("account_sid", verification.accountSid());
        body.put("trust_product_sid", null);
        body.put("regulated_item_sid", null);
        new Details(verification.texts(), verification.lists()).show(body, TEXTS, LISTS);
        body.put("age_gated_content", null);
        body.put("vetting_id_expiration", null);
        body.put("tollfree_phone_number_sid", verification.numberSid());
        body.put("tollfree_phone_number", verification.phoneNumber());
        body.put("status", verification.status().name());
        body.put("rejection_reason", verification.rejectionReason());
        body.put("error_code", null);
        body.put("rejection_reasons", rejected ? List.of(Map.of("reason", "" + verification.rejectionReason())) : null);
        body.put("edit_allowed", rejected ? true : null);
        body.put(
                "edit_expiration",
                rejected ? Dates.iso8601(verification.dateUpdated().plus(EDITABLE)) : null);
        body.put("resource_links", Map.of());
        body.put("date_created", Dates.iso8601(verification.dateCreated()));
        body.put("date_updated", Dates.iso8601(verification.dateUpdated()));
        body.put("url", Product.MESSAGING.url("/Tollfree/Verifications/" + verification.sid()));
        return body;
    }
}

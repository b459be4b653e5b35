package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.templates.Template;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people read of a campaign. */
public class Wording {
    private final Supplier<String> business;

    /** @param business its name, as it is at present */
    public Wording(Supplier<String> business) {
        this.business = business;
    }

    /** For many texts of one moment, which one question to the settings is enough for. */
    public Wording now() {
        String name = business.get();
        return new Wording(() -> name);
    }

    public String of(String message, TextKind kind, Map<String, String> fields) {
        return signature(message, kind).on(new Template(message).of(fields));
    }

    /** What a message says besides, as the business is called at present. */
    private Signature signature(String message, TextKind kind) {
        return kind == TextKind.MARKETING
                ? Signature.of(new Template(message).alike(), business.get())
                : Signature.NONE;
    }

    public Signature signature(Campaign campaign) {
        return signature(campaign.message(), campaign.kind());
    }

    /** What somebody read, in the words that left. @param evidence of it; null for what leaves, or left before any was kept */
    public String of(Campaign campaign, Map<String, String> fields, @Nullable Evidence evidence) {
        return of(campaign, fields, evidence == null ? signature(campaign) : evidence.signature());
    }

    /** What somebody reads by a signature of its own, whatever the business is called at present. */
    public static String of(Campaign campaign, Map<String, String> fields, Signature signature) {
        return signature.on(new Template(campaign.message()).of(fields));
    }

    /** Whether somebody reads this of it, whatever the business was called when it left. */
    public boolean isOf(Campaign campaign, Map<String, String> fields, String body) {
        var template = new Template(campaign.message());
        String said = template.of(fields);
        if (campaign.kind() != TextKind.MARKETING) {
            return body.equals(said);
        }
        String unnamed = Signature.of(template.alike(), "").on(said);
        return body.equals(unnamed) || body.endsWith(": " + unnamed);
    }

    /** A field that the message needs and that is not known of somebody; empty when there is none. */
    public String missing(Campaign campaign, Map<String, String> fields) {
        return new Template(campaign.message()).missing(fields);
    }

    public String of(Campaign campaign, Map<String, String> fields) {
        return of(campaign.message(), campaign.kind(), fields);
    }
}

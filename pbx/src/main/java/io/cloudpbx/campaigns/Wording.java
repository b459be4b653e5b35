package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.content.ContentTable;
import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.campaigns.flow.Signatures;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.templates.Template;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people read of a campaign. */
public class Wording {
    private final Supplier<String> business;

    /** @param business its name, as it is at present */
    public Wording(Supplier<String> business) {
        this.business = business;
    }

    /** What somebody reads who has never been told who texts them and how to be left alone: nobody reads more. */
    public String of(String message, TextKind kind, Map<String, String> fields) {
        return signatures(message, kind).first().on(new Template(message).of(fields));
    }

    private Signatures signatures(String message, TextKind kind) {
        return Signatures.of(new Template(message).alike(), business.get(), kind);
    }

    /** What its texts say besides, as the business is called at present and as if nobody had been told. */
    public Signatures signatures(Campaign campaign) {
        return signatures(campaign.message(), campaign.kind());
    }

    /** What somebody read, in the words that left. @param evidence of it; null for what left before any was kept */
    public String of(Campaign campaign, Map<String, String> fields, @Nullable Evidence evidence) {
        return of(campaign, fields, evidence == null ? signatures(campaign).later() : evidence.signature());
    }

    /** What somebody reads by a signature of its own, whatever the business is called at present. */
    public static String of(Campaign campaign, Map<String, String> fields, Signature signature) {
        return signature.on(new Template(campaign.message()).of(fields));
    }

    /** Whether somebody reads this of it, whatever the business was called when it left. */
    public boolean isOf(Campaign campaign, Map<String, String> fields, String body) {
        var template = new Template(campaign.message());
        String said = template.of(fields);
        String unnamed = Signature.of(template.alike(), "").on(said);
        return body.equals(unnamed)
                || body.endsWith(": " + unnamed)
                || (campaign.kind() != TextKind.MARKETING && body.equals(said));
    }

    /** Why somebody gets nothing, whatever the gate says of it: for what their fields lack, or hold. */
    public Optional<Judgement> unfit(Campaign campaign, Map<String, String> fields) {
        var template = new Template(campaign.message());
        String missing = template.missing(fields);
        return missing.isEmpty()
                ? ContentTable.shorteners().in(template.of(fields)).map(Judgement::withShortLink)
                : Optional.of(Judgement.withoutField(missing));
    }

    public String of(Campaign campaign, Map<String, String> fields) {
        return of(campaign.message(), campaign.kind(), fields);
    }
}

package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.CampaignView;
import io.cloudpbx.campaigns.CampaignView.Attached;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.content.ContentTable;
import io.cloudpbx.campaigns.flow.Shorteners;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.GateRulebook;
import io.cloudpbx.messaging.KeptMedia;
import io.cloudpbx.messaging.Replies;
import io.cloudpbx.messaging.Replies.Words;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import io.cloudpbx.telephony.Segments.Foreign;
import io.cloudpbx.templates.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What somebody would read of a campaign. */
@RestController
class WordingController {
    private final Wording wording;
    private final Replies replies;
    private final CampaignViews campaigns;
    private final KeptMedia media;
    private final Extensions extensions;

    WordingController(
            Wording wording, Replies replies, CampaignViews campaigns, KeptMedia media, Extensions extensions) {
        this.wording = wording;
        this.replies = replies;
        this.campaigns = campaigns;
        this.media = media;
        this.extensions = extensions;
    }

    record TestBody(@Nullable String to, @Nullable Map<String, @Nullable String> fields) {}

    /** @param state what became of it so far, as of any text */
    record Tried(UUID id, String state) {}

    /**
     * Sends it once to somebody of ours who wants to see it, as a person's own text: the gate has its say there too. Customers get campaigns
     * only as campaigns, by the rules of those.
     */
    @PostMapping("/api/campaigns/{id}/test")
    Tried test(@PathVariable UUID id, @RequestBody TestBody body, SignedIn who) {
        var to = PhoneNumber.written(body.to() == null ? "" : body.to())
                .orElseThrow(() -> Problem.invalid("to", "invalid_phone_number", "must be a phone number"));
        if (extensions.active().stream().noneMatch(extension -> to.equals(extension.forwardTo()))) {
            throw Problem.invalid(
                    "to", "not_a_phone_of_yours", "must be a phone that one of your extensions forwards to");
        }
        CampaignView campaign = campaigns.require(id);
        var kind = TextKind.valueOf(campaign.kind().toUpperCase(Locale.ROOT));
        String read = wording.of(campaign.message(), kind, given(body.fields()));
        Text text = replies.text(
                to,
                new PhoneNumber(campaign.senders().getFirst()),
                new Words(
                        read,
                        null,
                        media.copies(campaign.media().stream().map(Attached::id).toList())),
                new Owner(who.userId(), who.name()),
                TextKind.PERSONAL);
        Why why = text.why();
        if (text.state() == Text.State.REFUSED && why != null) {
            throw Problem.of(422, why.code(), why.sentence()).with("rule", why.rule());
        }
        return new Tried(text.id(), text.state().name().toLowerCase(Locale.ROOT));
    }

    /** A field that is null is none. */
    private static Map<String, String> given(@Nullable Map<String, @Nullable String> fields) {
        Map<String, String> given = new HashMap<>();
        if (fields != null) {
            fields.forEach((name, value) -> given.put(name, value == null ? "" : value));
        }
        return given;
    }

    /** @param media how many pictures it carries */
    record Body(
            @Nullable String message,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable String kind,
            @Nullable Integer media) {}

    /**
     * Nothing of it is kept.
     *
     * @param missing a field that the message needs and that is not given; empty when there is none
     * @param cost in dollars, about
     */
    record Preview(String message, int segments, String encoding, List<String> forcedBy, String missing, double cost) {}

    @PostMapping("/api/campaigns/preview")
    Preview preview(@RequestBody Body body) {
        String message = body.message() == null ? "" : body.message();
        var template = new Template(message);
        if (!template.isWellFormed()) {
            throw Problem.invalid(
                    "message", "invalid_field", "has double braces that are no field; write {{firstName|there}}");
        }
        ContentTable.shorteners().in(message).ifPresent(host -> {
            throw Problem.invalid("message", "link_shortener", Shorteners.problem(host));
        });
        Map<String, String> fields = given(body.fields());
        TextKind kind = "informational".equals(body.kind()) ? TextKind.INFORMATIONAL : TextKind.MARKETING;
        String read = wording.of(message, kind, fields);
        Segments measured = Segments.of(read);
        return new Preview(
                read,
                measured.count(),
                measured.encoding().name().toLowerCase(Locale.ROOT),
                measured.forcing().stream().map(Foreign::character).distinct().toList(),
                template.missing(fields),
                GateRulebook.price(measured.count(), body.media() == null ? 0 : body.media()));
    }
}

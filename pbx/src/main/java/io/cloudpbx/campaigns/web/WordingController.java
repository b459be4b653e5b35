package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.flow.Template;
import io.cloudpbx.messaging.GateRulebook;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.Segments;
import io.cloudpbx.telephony.Segments.Foreign;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What somebody would read of a campaign; nothing is kept. */
@RestController
class WordingController {
    private final Wording wording;

    WordingController(Wording wording) {
        this.wording = wording;
    }

    record Body(
            @Nullable String message,
            @Nullable Map<String, String> fields,
            @Nullable String kind) {}

    /**
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
        Map<String, String> fields = body.fields() == null ? Map.of() : body.fields();
        TextKind kind = "informational".equals(body.kind()) ? TextKind.INFORMATIONAL : TextKind.MARKETING;
        String read = wording.of(message, kind, fields);
        Segments measured = Segments.of(read);
        return new Preview(
                read,
                measured.count(),
                measured.encoding().name().toLowerCase(Locale.ROOT),
                measured.forcing().stream().map(Foreign::character).distinct().toList(),
                template.missing(fields),
                GateRulebook.price(measured.count(), 0));
    }
}

package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.Audience;
import io.cloudpbx.campaigns.Audience.Agreed;
import io.cloudpbx.campaigns.Intake;
import io.cloudpbx.campaigns.csv.AudienceFile;
import io.cloudpbx.problems.web.BodyAllowance;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Audiences as files. */
@RestController
class AudienceController {
    private static final String PATH = "/api/campaigns/{id}/recipients";
    private static final int MOST_BYTES = 200 * 1024 * 1024;

    private final Audience audience;
    private final AuditLog audit;

    AudienceController(Audience audience, AuditLog audit) {
        this.audience = audience;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Sizes {
        @Bean
        BodyAllowance filesOfRecipients() {
            return new BodyAllowance(PATH, MOST_BYTES);
        }
    }

    /**
     * How a file is to be read.
     *
     * @param number the column of the numbers, by its name or its place from 1; guessed when absent
     * @param consentMethod with {@code consentWords}: what all of them agreed to
     */
    record Brought(
            @Nullable String number,
            @Nullable String consentMethod,
            @Nullable String consentWords) {
        @Nullable
        String column() {
            return number == null || number.isBlank() ? null : number;
        }

        @Nullable
        Agreed agreed(String by) {
            return consentMethod == null || consentMethod.isBlank()
                    ? null
                    : CampaignBody.agreed(consentMethod, consentWords, by);
        }
    }

    /** Adds the people in a file; all of them, or nobody. */
    @PostMapping(path = PATH, consumes = "text/csv")
    Intake add(
            @PathVariable UUID id,
            @ModelAttribute Brought brought,
            InputStream body,
            SignedIn who,
            HttpServletRequest request) {
        Intake intake = audience.add(id, AudienceFile.of(body, brought.column()), brought.agreed(who.name()));
        audit.record(who, request.getRemoteAddr(), "audience_added", id.toString(), intake.taken() + " recipients");
        return intake;
    }
}

package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.Agreed;
import io.cloudpbx.campaigns.Audience;
import io.cloudpbx.campaigns.Audience.Kept;
import io.cloudpbx.campaigns.Audience.Who;
import io.cloudpbx.campaigns.Intake;
import io.cloudpbx.campaigns.StepNews;
import io.cloudpbx.campaigns.csv.AudienceFile;
import io.cloudpbx.campaigns.csv.Columns;
import io.cloudpbx.campaigns.web.CampaignBody.ConsentBody;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.BodyAllowance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Audiences as files, and as what is here already. */
@RestController
class AudienceController {
    private static final String PATH = "/api/campaigns/{id}/recipients";
    private static final int MOST_BYTES = 200 * 1024 * 1024;

    private final Audience audience;
    private final AuditLog audit;
    private final JsonMapper json;

    AudienceController(Audience audience, AuditLog audit, JsonMapper json) {
        this.json = json;
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
     * @param fields what messages call the columns, from the left and separated by commas: {@code ,firstName} for the second;
     *     an empty one keeps its own name
     * @param consentMethod with {@code consentWords}: what all of them agreed to
     * @param consentDate the day on which they did, such as {@code 2026-03-14}; without it, today stands for it
     * @param consentReference where the proof is kept
     */
    record Brought(
            @Nullable String number,
            @Nullable String fields,
            @Nullable String consentMethod,
            @Nullable String consentWords,
            @Nullable String consentDate,
            @Nullable String consentReference) {
        Columns columns() {
            return new Columns(
                    number == null || number.isBlank() ? null : number,
                    fields == null ? List.of() : List.of(fields.split(",")));
        }

        @Nullable
        Agreed agreed(String by) {
            return consentMethod == null || consentMethod.isBlank()
                    ? null
                    : new ConsentBody(consentMethod, consentWords, consentDate, consentReference).agreed(by);
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
        return added(id, brought, body, StepNews.NOBODY, new Who(who, request.getRemoteAddr()));
    }

    /** The same, telling meanwhile how far it has come. */
    @PostMapping(path = PATH, consumes = "text/csv", params = "progress=true")
    void addTelling(
            @PathVariable UUID id,
            @ModelAttribute Brought brought,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        InputStream body = request.getInputStream();
        new StepLines(response, json)
                .tell("intake", news -> added(id, brought, body, news, new Who(who, request.getRemoteAddr())));
    }

    private Intake added(UUID id, Brought brought, InputStream body, StepNews news, Who who) {
        try {
            var agreed = brought.agreed(who.person().name());
            var file = AudienceFile.of(body, brought.columns());
            return noted(id, audience.add(id, file, agreed, news, who), who);
        } catch (Problem refused) {
            takeTheRest(body);
            throw refused;
        }
    }

    /** Whoever is still sending when the connection is closed never hears why. */
    private static void takeTheRest(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // Then there is nobody to be answered.
        }
    }

    /**
     * People who are here already.
     *
     * @param audienceId a saved audience
     * @param contacts whether everybody in Contacts is meant who has agreed to such texts
     */
    record KeptBody(@Nullable UUID audienceId, @Nullable Boolean contacts) {
        Kept kept() {
            if (audienceId != null) {
                return new Kept.Saved(audienceId);
            }
            if (Boolean.TRUE.equals(contacts)) {
                return new Kept.Everybody();
            }
            throw Problem.invalid("audienceId", "no_audience", "must name a saved audience, unless contacts is true");
        }
    }

    @PostMapping(path = PATH, consumes = "application/json")
    Intake add(@PathVariable UUID id, @RequestBody KeptBody body, SignedIn who, HttpServletRequest request) {
        return added(id, body, StepNews.NOBODY, new Who(who, request.getRemoteAddr()));
    }

    @PostMapping(path = PATH, consumes = "application/json", params = "progress=true")
    void addTelling(
            @PathVariable UUID id,
            @RequestBody KeptBody body,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        new StepLines(response, json)
                .tell("intake", news -> added(id, body, news, new Who(who, request.getRemoteAddr())));
    }

    private Intake added(UUID id, KeptBody body, StepNews news, Who who) {
        return noted(id, audience.add(id, body.kept(), news, who), who);
    }

    private Intake noted(UUID id, Intake intake, Who who) {
        audit.record(who.person(), who.address(), "audience_added", id.toString(), intake.taken() + " recipients");
        return intake;
    }
}

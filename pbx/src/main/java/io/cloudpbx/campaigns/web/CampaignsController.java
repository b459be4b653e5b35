package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.RecentProof;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.Audience;
import io.cloudpbx.campaigns.CampaignView;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.campaigns.Campaigns;
import io.cloudpbx.campaigns.Intake;
import io.cloudpbx.campaigns.LaunchSheet;
import io.cloudpbx.campaigns.LaunchSheets;
import io.cloudpbx.campaigns.Reader;
import io.cloudpbx.campaigns.Readers;
import io.cloudpbx.campaigns.Seen;
import io.cloudpbx.campaigns.StepNews;
import io.cloudpbx.campaigns.Timeline;
import io.cloudpbx.campaigns.Timelines;
import io.cloudpbx.campaigns.store.FigureRows.Reason;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.web.BodyAllowance;
import io.cloudpbx.repeats.AskedOnce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/campaigns}. */
@RestController
@RequestMapping("/api/campaigns")
class CampaignsController {
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_LISTED = 100;

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Audience audience;
    private final LaunchSheets sheets;
    private final Readers readers;
    private final Timelines timelines;
    private final NewCampaign newCampaign;
    private final RecentProof proof;
    private final JsonMapper json;

    CampaignsController(
            Campaigns campaigns,
            CampaignViews views,
            Audience audience,
            LaunchSheets sheets,
            Readers readers,
            Timelines timelines,
            NewCampaign newCampaign,
            RecentProof proof,
            JsonMapper json) {
        this.campaigns = campaigns;
        this.views = views;
        this.audience = audience;
        this.sheets = sheets;
        this.readers = readers;
        this.timelines = timelines;
        this.newCampaign = newCampaign;
        this.proof = proof;
        this.json = json;
    }

    @Configuration(proxyBeanMethods = false)
    static class Sizes {
        @Bean
        BodyAllowance listedAudiences() {
            return new BodyAllowance("/api/campaigns", MOST_BYTES);
        }
    }

    @GetMapping
    Page<CampaignView> list(@RequestParam @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST_LISTED);
        var cursor = Cursor.parse(after);
        return Page.load(
                most,
                count -> views.newest(cursor, count),
                campaign -> new Cursor(campaign.createdAt(), campaign.id()));
    }

    record Created(CampaignView campaign, Intake intake) {}

    /** Makes a campaign with its audience and begins it, unless it is to be a draft; all of it, or nothing. */
    @PostMapping
    ResponseEntity<Created> create(
            @RequestHeader(name = AskedOnce.HEADER, required = false) @Nullable String key,
            @RequestBody CampaignBody body,
            SignedIn who,
            HttpServletRequest request) {
        if (body.begins()) {
            proof.require();
        }
        var made = newCampaign.of(key, body, who, request.getRemoteAddr());
        return ResponseEntity.created(URI.create("/api/campaigns/" + made.id()))
                .body(new Created(views.require(made.id()), made.intake()));
    }

    @GetMapping("/{id}")
    CampaignView one(@PathVariable UUID id) {
        return views.require(id);
    }

    /** One that is scheduled is a draft again by this. */
    @PutMapping("/{id}")
    CampaignView change(
            @PathVariable UUID id, @RequestBody CampaignBody body, SignedIn who, HttpServletRequest request) {
        campaigns.change(id, body.details(), body.version(), who, request.getRemoteAddr());
        return views.require(id);
    }

    /**
     * @param fromNumbers those it goes on from
     * @param version of the campaign that somebody has seen
     */
    record Reassignment(
            @Nullable List<String> fromNumbers, @Nullable Long version) {}

    /** A campaign that is paused goes on from other numbers. */
    @PutMapping("/{id}/senders")
    CampaignView reassign(
            @PathVariable UUID id, @RequestBody Reassignment body, SignedIn who, HttpServletRequest request) {
        List<String> written = body.fromNumbers() == null ? List.of() : body.fromNumbers();
        campaigns.reassign(id, CampaignBody.senders(written), body.version(), who, request.getRemoteAddr());
        return views.require(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        campaigns.delete(id);
    }

    @GetMapping("/{id}/launch")
    LaunchSheet launch(@PathVariable UUID id) {
        return sheets.of(id, StepNews.NOBODY);
    }

    /** The same, telling meanwhile how far it has come. */
    @GetMapping(path = "/{id}/launch", params = "progress=true")
    void launchTelling(@PathVariable UUID id, HttpServletResponse response) {
        new StepLines(response, json).tell("launch", news -> sheets.of(id, news));
    }

    /**
     * @param confirm how many are to get it, which shows that somebody has seen the number
     * @param version of the campaign that somebody has seen
     */
    record Start(@Nullable Long confirm, @Nullable Long version) {}

    @PostMapping("/{id}/start")
    CampaignView start(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Start start,
            SignedIn who,
            HttpServletRequest request) {
        var seen = start == null ? new Seen(null, null) : new Seen(start.confirm(), start.version());
        campaigns.start(id, seen, who, request.getRemoteAddr());
        return views.require(id);
    }

    @PostMapping("/{id}/pause")
    CampaignView pause(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        campaigns.pause(id, who, request.getRemoteAddr());
        return views.require(id);
    }

    @PostMapping("/{id}/resume")
    CampaignView resume(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        campaigns.resume(id, who, request.getRemoteAddr());
        return views.require(id);
    }

    @PostMapping("/{id}/cancel")
    CampaignView cancel(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        campaigns.cancel(id, who, request.getRemoteAddr());
        return views.require(id);
    }

    @DeleteMapping("/{id}/recipients")
    CampaignView empty(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        audience.empty(id, who, request.getRemoteAddr());
        return views.require(id);
    }

    /** Whom it is for, one after the other, with what each would read. */
    @GetMapping("/{id}/readers")
    Page<Reader> readers(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "20") int limit) {
        int most = Math.clamp(limit, 1, MOST_LISTED);
        List<Reader> found = readers.of(id, after, most + 1);
        return found.size() <= most
                ? Page.whole(found)
                : new Page<>(found.subList(0, most), "" + found.get(most - 1).id());
    }

    @GetMapping("/{id}/timeline")
    Timeline timeline(@PathVariable UUID id) {
        return timelines.of(id);
    }

    @GetMapping("/{id}/reasons")
    Page<Reason> reasons(@PathVariable UUID id) {
        return Page.whole(views.reasons(id));
    }
}

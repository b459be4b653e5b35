package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.campaigns.Campaigns;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.DeliveryView;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/campaigns/{id}/deliveries}: what became of each recipient. */
@RestController
@RequestMapping("/api/campaigns/{id}/deliveries")
class DeliveriesController {
    private static final int MOST = 500;

    /** States as they are shown, and what they are made of. */
    private static final Map<String, List<State>> STATES = Map.of(
            "waiting", List.of(State.WAITING),
            "leaving", List.of(State.CLAIMED, State.SENDING),
            "checking", List.of(State.CHECKING),
            "sent", List.of(State.SENT),
            "delivered", List.of(State.DELIVERED),
            "failed", List.of(State.FAILED),
            "skipped", List.of(State.SKIPPED),
            "notConfirmed", List.of(State.NOT_CONFIRMED),
            "canceled", List.of(State.CANCELED));

    private final CampaignViews views;
    private final Campaigns campaigns;

    DeliveriesController(CampaignViews views, Campaigns campaigns) {
        this.views = views;
        this.campaigns = campaigns;
    }

    @GetMapping
    Page<DeliveryView> list(
            @PathVariable UUID id,
            @RequestParam @Nullable String state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<DeliveryView> found = views.deliveries(id, states(state), after, most + 1);
        return found.size() <= most
                ? Page.whole(found)
                : new Page<>(found.subList(0, most), "" + found.get(most - 1).id());
    }

    private static @Nullable List<State> states(@Nullable String state) {
        if (state == null || state.isEmpty()) {
            return null;
        }
        List<State> states = STATES.get(state);
        if (states == null) {
            throw Problem.invalid("state", "unknown_state", "must be one of " + String.join(", ", STATES.keySet()));
        }
        return states;
    }

    @PostMapping("/{delivery}/resend")
    DeliveryView resend(@PathVariable UUID id, @PathVariable long delivery, SignedIn who, HttpServletRequest request) {
        campaigns.again(id, delivery, who, request.getRemoteAddr());
        return views.deliveries(id, null, delivery - 1, 1).getFirst();
    }
}

package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Brand;
import io.cloudpbx.sandbox.state.Campaign;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.SenderRegistrations;
import io.cloudpbx.sandbox.state.Sids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;

/**
 * {@code Services/{MG}/Compliance/Usa2p} ({@code twilio.md} section 12): what the long codes of a service may text to
 * Americans. Of a mock brand it is verified at once; else it waits until it is told what the registry decided.
 */
final class CampaignsResource {
    private static final String PATH = "/Services/{service}/Compliance/Usa2p";
    private static final List<String> REQUIRED = List.of(
            "Description",
            "MessageFlow",
            "MessageSamples",
            "UsAppToPersonUsecase",
            "HasEmbeddedLinks",
            "HasEmbeddedPhone");

    private final CarrierState state;
    private final SenderRegistrations registrations;
    private final Clock clock;

    CampaignsResource(CarrierState state, Clock clock) {
        this.state = state;
        this.registrations = state.senderRegistrations();
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        Product.MESSAGING.post(routes, PATH, this::create);
        Product.MESSAGING.get(routes, PATH, this::list);
        Product.MESSAGING.get(routes, PATH + "/{sid}", ctx -> Json.write(ctx, 200, CampaignBody.of(find(ctx))));
        Product.MESSAGING.delete(routes, PATH + "/{sid}", this::delete);
    }

    private void create(Context ctx) {
        MessagingService service = MessagingServicesResource.find(state, ctx);
        Parameters parameters = Parameters.of(ctx);
        Brand brand = brand(service, parameters.required("BrandRegistrationSid"));
        Details details = Details.NONE.with(parameters, CampaignBody.PARAMETERS, CampaignBody.LISTS);
        details.require(REQUIRED);
        CampaignBody.FLAGS.forEach(name -> parameters.flag(name, false));
        if (registrations.campaignOf(service.sid()).isPresent()) {
            throw new ApiError(409, 20409, "The service has a campaign already");
        }
        var now = clock.instant();
        Campaign campaign = new Campaign(
                Sids.next("QE"),
                service.accountSid(),
                service.sid(),
                brand.sid(),
                brand.mock(),
                brand.mock() ? Campaign.Status.VERIFIED : Campaign.Status.PENDING,
                details.texts(),
                details.lists(),
                now,
                now);
        registrations.campaigns().put(campaign.sid(), campaign);
        Json.write(ctx, 201, CampaignBody.of(campaign));
    }

    private Brand brand(MessagingService service, String sid) {
        return registrations
                .brands()
                .get(sid)
                .filter(brand -> brand.accountSid().equals(service.accountSid()))
                .filter(brand -> brand.status() == Brand.Status.APPROVED)
                .orElseThrow(() -> ApiError.invalid(20001, "BrandRegistrationSid is not an approved brand: " + sid));
    }

    private void list(Context ctx) {
        MessagingService service = MessagingServicesResource.find(state, ctx);
        new MetaListing<>(Product.MESSAGING, "compliance", Campaign::sid, CampaignBody::of)
                .answer(ctx, registrations.campaignOf(service.sid()).stream().toList());
    }

    private void delete(Context ctx) {
        registrations.campaigns().remove(find(ctx).sid());
        ctx.status(204);
    }

    private Campaign find(Context ctx) {
        MessagingService service = MessagingServicesResource.find(state, ctx);
        return registrations
                .campaignOf(service.sid())
                .filter(campaign -> campaign.sid().equals(ctx.pathParam("sid")))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}

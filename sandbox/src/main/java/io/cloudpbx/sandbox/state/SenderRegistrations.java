package io.cloudpbx.sandbox.state;

import io.cloudpbx.sandbox.state.SenderRegistration.Status;
import java.util.Optional;

/**
 * What American networks know about the numbers that send texts. A number about which nobody has said anything counts as
 * registered, so that a first text needs no paperwork; from its first verification or campaign on, that decides. What a
 * test has set decides before both.
 */
public final class SenderRegistrations {
    private final MessagingServices services;
    private final Table<SenderRegistration> set;
    private final Table<TollfreeVerification> verifications;
    private final Table<Brand> brands;
    private final Table<Campaign> campaigns;
    private final Table<A2pLimits> limits;

    SenderRegistrations(CarrierState state, MessagingServices services) {
        this.services = services;
        this.set = state.table("sender-registration", SenderRegistration.class);
        this.verifications = state.table("tollfree-verification", TollfreeVerification.class);
        this.brands = state.table("brand", Brand.class);
        this.campaigns = state.table("campaign", Campaign.class);
        this.limits = state.table("a2p-limits", A2pLimits.class);
    }

    /** The registration of a number in E.164 form. */
    public SenderRegistration of(String e164) {
        return set.get(e164).orElseGet(() -> registration(e164, applied(e164).orElse(Status.REGISTERED)));
    }

    /** Overrides what verifications and campaigns say. */
    public void set(String e164, Status status) {
        set.put(e164, registration(e164, status));
    }

    /** Undoes {@link #set}. */
    public void unset(String e164) {
        if (set.get(e164).isPresent()) {
            set.remove(e164);
        }
    }

    public Table<TollfreeVerification> verifications() {
        return verifications;
    }

    public Table<Brand> brands() {
        return brands;
    }

    public Table<Campaign> campaigns() {
        return campaigns;
    }

    /** The campaign of a service. */
    public Optional<Campaign> campaignOf(String serviceSid) {
        return campaigns.all().stream()
                .filter(campaign -> campaign.serviceSid().equals(serviceSid))
                .findFirst();
    }

    /** The campaign under which a long code texts. */
    public Optional<Campaign> campaignOfNumber(String e164) {
        return TollFree.is(e164)
                ? Optional.empty()
                : services.ofNumber(e164).flatMap(service -> campaignOf(service.sid()));
    }

    /** What networks take from a campaign or brand. */
    public A2pLimits limitsOf(String sid) {
        return limits.get(sid).orElse(A2pLimits.NONE);
    }

    public void limit(String sid, A2pLimits how) {
        limits.put(sid, how);
    }

    /** A released number takes nothing along to whoever buys it next. */
    void forget(IncomingNumber number) {
        unset(number.phoneNumber());
        verifications.all().stream()
                .filter(verification -> verification.numberSid().equals(number.sid()))
                .forEach(verification -> verifications.remove(verification.sid()));
    }

    private Optional<Status> applied(String e164) {
        return TollFree.is(e164)
                ? verifications.all().stream()
                        .filter(verification -> verification.phoneNumber().equals(e164))
                        .findFirst()
                        .map(verification -> verification.status().sender())
                : campaignOfNumber(e164).map(campaign -> campaign.status().sender());
    }

    private static SenderRegistration registration(String e164, Status status) {
        return new SenderRegistration(e164, TollFree.is(e164), status);
    }
}

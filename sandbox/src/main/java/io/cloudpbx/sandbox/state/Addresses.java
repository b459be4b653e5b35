package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses of all accounts, and what the emergency registry knows of numbers' addresses. */
public final class Addresses {
    private final CarrierState state;
    private final Table<PostalAddress> addresses;

    Addresses(CarrierState state) {
        this.state = state;
        this.addresses = state.table("address", PostalAddress.class);
    }

    public void save(PostalAddress address) {
        addresses.put(address.sid(), address);
    }

    public Optional<PostalAddress> find(String sid) {
        return addresses.get(sid);
    }

    /** The address with this SID, when it is the account's own. */
    public Optional<PostalAddress> find(String accountSid, String sid) {
        return find(sid).filter(address -> address.accountSid().equals(accountSid));
    }

    /** All addresses, oldest first. */
    public List<PostalAddress> all() {
        return addresses.all();
    }

    /** The numbers that have it as their address or their emergency address, oldest first. */
    public List<IncomingNumber> dependents(PostalAddress address) {
        return state.numbers().stream()
                .filter(number -> number.links().refersTo(address.sid()))
                .toList();
    }

    public void delete(PostalAddress address) {
        addresses.remove(address.sid());
    }

    public EmergencyRegistration.Status emergencyStatusOf(IncomingNumber number, Instant now) {
        EmergencyRegistration registration = number.links().emergency();
        return registration == null
                ? EmergencyRegistration.Status.UNREGISTERED
                : registration.status(isRefused(registration.addressSid()), now);
    }

    private boolean isRefused(@Nullable String sid) {
        return sid != null && find(sid).map(PostalAddress::refused).orElse(true);
    }

    /** What the emergency services see of who calls from this number, in E.164 form. */
    public Optional<PostalAddress> registeredFor(String e164, Instant now) {
        return state.number(e164)
                .filter(number -> emergencyStatusOf(number, now) == EmergencyRegistration.Status.REGISTERED)
                .map(number -> number.links().emergency())
                .map(EmergencyRegistration::addressSid)
                .flatMap(this::find);
    }
}

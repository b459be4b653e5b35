package io.cloudpbx.carrier;

import java.util.Optional;
import java.util.Set;

/** What our account may do at the carrier, over its REST API. */
public interface CarrierPermissions {
    /**
     * Countries whose ordinary numbers the account may call, two letters each; empty for a carrier that does not speak of it.
     *
     * @throws CarrierFailure when it could not be asked
     */
    Optional<Set<String>> callableCountries();
}

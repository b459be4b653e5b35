package io.cloudpbx.carrier.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.voice.v1.dialingpermissions.Country;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierPermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link CarrierPermissions} by twilio-java. */
@Component
final class TwilioPermissions implements CarrierPermissions {
    private static final long PAGE = 500L;

    private final TwilioRestClient client;

    TwilioPermissions(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public Optional<Set<String>> callableCountries() {
        try {
            return Optional.of(TwilioRefusal.asking(this::listed));
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Set<String> listed() {
        Set<String> countries = new HashSet<>();
        Country.reader()
                .setLowRiskNumbersEnabled(true)
                .setPageSize(PAGE)
                .read(client)
                .forEach(country -> countries.add(country.getIsoCode()));
        return countries;
    }
}

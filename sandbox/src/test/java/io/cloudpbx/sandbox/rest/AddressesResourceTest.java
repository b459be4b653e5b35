package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Address;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber.EmergencyAddressStatus;
import com.twilio.rest.api.v2010.account.address.DependentPhoneNumber;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.EmergencyRegistration;
import io.cloudpbx.sandbox.state.EmergencyRegistration.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} 19.4: addresses, and the way to a registered emergency address. */
class AddressesResourceTest extends RestTest {
    private static final String NUMBER = "+14155550101";

    private Rest.Reply create(String... more) {
        List<String> form = new ArrayList<>(List.of(
                "CustomerName", "Harbor Dental",
                "Street", "12 Wharf Street",
                "City", "San Francisco",
                "Region", "CA",
                "PostalCode", "94105",
                "IsoCountry", "US"));
        for (int i = 0; i < more.length; i += 2) {
            int known = form.indexOf(more[i]);
            if (known >= 0) {
                form.set(known + 1, more[i + 1]);
            } else {
                form.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return business().post("Addresses.json", form.toArray(String[]::new));
    }

    private String emergencyAddress() {
        return create("EmergencyEnabled", "true").text("sid");
    }

    private Status later() {
        return state().addresses()
                .emergencyStatusOf(
                        state().number(NUMBER).orElseThrow(), Instant.now().plus(EmergencyRegistration.PENDING));
    }

    @Test
    void the_official_client_makes_changes_lists_and_deletes_an_address() {
        TwilioRestClient client = businessClient();
        Address made = Address.creator("Harbor Dental", "12 Wharf Street", "San Francisco", "CA", "94105", "US")
                .setFriendlyName("Practice")
                .setStreetSecondary("Floor 2")
                .create(client);
        assertThat(made.getSid()).matches("AD[0-9a-f]{32}");
        assertThat(made.getStreetSecondary()).isEqualTo("Floor 2");
        assertThat(made.getEmergencyEnabled()).isFalse();
        assertThat(made.getValidated()).isFalse();

        Address changed = Address.updater(made.getSid())
                .setCity("Oakland")
                .setEmergencyEnabled(true)
                .update(client);
        assertThat(changed.getCity()).isEqualTo("Oakland");
        assertThat(changed.getStreet()).isEqualTo("12 Wharf Street");
        assertThat(changed.getValidated()).isTrue();
        assertThat(Address.reader()
                        .setCustomerName("Harbor Dental")
                        .setFriendlyName("Practice")
                        .setIsoCountry("US")
                        .setEmergencyEnabled(true)
                        .read(client))
                .hasSize(1);
        assertThat(Address.reader().setEmergencyEnabled(false).read(client)).isEmpty();
        assertThat(Address.deleter(made.getSid()).delete(client)).isTrue();
        assertThat(Address.reader().read(client)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CustomerName, ''",
        "Street,       ''",
        "City,         ''",
        "Region,       ''",
        "PostalCode,   ''",
        "IsoCountry,   ''",
        "IsoCountry,   usa",
    })
    void each_part_of_an_address_is_needed(String name, String value) {
        Rest.Reply reply = create(name, value);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).contains(name);
        assertThat(state().addresses().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Street, Wharf Street", "Region, California", "PostalCode, 9410"})
    void an_emergency_address_that_nobody_could_find_is_refused_21628(String name, String value) {
        assertThat(create(name, value, "EmergencyEnabled", "true").code()).isEqualTo(21628);

        String sid = create(name, value).text("sid");
        assertThat(business()
                        .post("Addresses/" + sid + ".json", "EmergencyEnabled", "true")
                        .code())
                .isEqualTo(21628);
    }

    @Test
    void a_customers_name_holds_64_bytes_and_not_one_more() {
        assertThat(create("CustomerName", "\uD83D\uDE00".repeat(16)).status()).isEqualTo(201);
        assertThat(create("CustomerName", "\uD83D\uDE00".repeat(16) + "a").status())
                .isEqualTo(400);
    }

    @Test
    void another_accounts_address_is_not_found() {
        String sid = create().text("sid");

        assertThat(outside().get("Addresses/" + sid + ".json").code()).isEqualTo(20404);
    }

    @Test
    void an_emergency_address_is_pending_and_then_registered() {
        IncomingPhoneNumber number = IncomingPhoneNumber.creator(new PhoneNumber(NUMBER))
                .setEmergencyAddressSid(emergencyAddress())
                .create(businessClient());

        assertThat(number.getEmergencyAddressStatus()).isEqualTo(EmergencyAddressStatus.PENDING_REGISTRATION);
        assertThat(later()).isEqualTo(Status.REGISTERED);
    }

    @Test
    void an_address_that_the_registry_does_not_take_ends_as_registration_failure() {
        String address = emergencyAddress();
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "EmergencyAddressSid", address);

        decide("/sandbox/registrations/" + address, "{\"status\":\"registration-failure\"}");
        assertThat(later()).isEqualTo(Status.REGISTRATION_FAILURE);

        decide("/sandbox/registrations/" + address, "{\"status\":\"registered\"}");
        assertThat(later()).isEqualTo(Status.REGISTERED);
        assertThat(decide("/sandbox/registrations/" + address, "{\"status\":\"perhaps\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_emergency_address_that_is_taken_away_is_pending_and_then_unregistered() {
        String address = emergencyAddress();
        String path = "IncomingPhoneNumbers/"
                + business()
                        .post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "EmergencyAddressSid", address)
                        .text("sid")
                + ".json";

        Rest.Reply changed = business().post(path, "EmergencyAddressSid", "");

        assertThat(changed.text("emergency_address_status")).isEqualTo("pending-unregistration");
        assertThat(changed.json().path("emergency_address_sid").isNull()).isTrue();
        assertThat(later()).isEqualTo(Status.UNREGISTERED);
    }

    @Test
    void a_number_never_given_one_is_unregistered_and_emergency_status_is_ignored() {
        Rest.Reply bought =
                business().post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "EmergencyStatus", "Active");

        assertThat(bought.text("emergency_address_status")).isEqualTo("unregistered");
        assertThat(bought.text("emergency_status")).isEqualTo("Inactive");
    }

    @Test
    void only_an_emergency_address_of_ones_own_will_do() {
        String plain = create().text("sid");

        assertThat(business()
                        .post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "EmergencyAddressSid", plain)
                        .code())
                .isEqualTo(21628);
        assertThat(outside()
                        .post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "AddressSid", plain)
                        .code())
                .isEqualTo(21631);
        assertThat(state().numbers()).isEmpty();
    }

    @Test
    void an_address_in_use_stays_until_the_number_lets_go_of_it() {
        String address = emergencyAddress();
        String number = business()
                .post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "AddressSid", address)
                .text("sid");
        assertThat(business().get("IncomingPhoneNumbers/" + number + ".json").text("address_sid"))
                .isEqualTo(address);
        assertThat(DependentPhoneNumber.reader(address).read(businessClient()))
                .extracting(dependent -> dependent.getPhoneNumber().toString())
                .containsExactly(NUMBER);

        assertThat(business().delete("Addresses/" + address + ".json").status()).isEqualTo(409);
        business().post("IncomingPhoneNumbers/" + number + ".json", "AddressSid", "");
        assertThat(business().delete("Addresses/" + address + ".json").status()).isEqualTo(204);
    }
}

package io.cloudpbx.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.state.IncomingNumber.Links;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications, addresses, caller ids, and what numbers refer to, outlive the carrier's end. */
class AccountResourcesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Hook HOOK = new Hook("http://127.0.0.1:9/app", "GET", null, "POST");
    private static final Application APPLICATION = new Application(
            "AP1", Account.BUSINESS_SID, "Switchboard", HOOK, HOOK, null, "POST", null, false, NOW, NOW);
    private static final PostalAddress ADDRESS = new PostalAddress(
            "AD1",
            Account.BUSINESS_SID,
            null,
            "Harbor Dental",
            new PostalAddress.Place("12 Wharf Street", null, "San Francisco", "CA", "94105", "US"),
            true,
            false,
            NOW,
            NOW);
    private static final IncomingNumber NUMBER = new IncomingNumber(
                    "PN1", Account.BUSINESS_SID, "+14155550101", "Desk", HOOK, HOOK, null, "POST", NOW, NOW)
            .with(new Links("AP1", null, "AD1", new EmergencyRegistration("AD1", NOW)));

    @TempDir
    Path folder;

    @Test
    void all_of_it_is_there_again() {
        var validation = new CallerIds.Validation("CA1", Account.BUSINESS_SID, "+14155550191", "Ruth", "049716", null);
        try (CarrierState before = CarrierState.open(folder)) {
            before.applications().save(APPLICATION);
            before.addresses().save(ADDRESS);
            before.buy(NUMBER);
            before.callerIds().begin(validation);
            before.callerIds().verify(validation, NOW);
        }

        try (CarrierState after = CarrierState.open(folder)) {
            assertThat(after.applications().find(Account.BUSINESS_SID, "AP1")).contains(APPLICATION);
            assertThat(after.addresses().find("AD1")).contains(ADDRESS);
            assertThat(after.number("+14155550101")).contains(NUMBER);
            assertThat(after.callerIds().verified(Account.BUSINESS_SID, "+14155550191"))
                    .map(CallerId::sid)
                    .isEqualTo(after.callerIds().validation("CA1").map(CallerIds.Validation::callerIdSid));
        }
    }

    @Test
    void a_number_of_an_older_journal_refers_to_nothing() throws Exception {
        try (CarrierState before = CarrierState.open(folder)) {
            before.buy(NUMBER);
        }
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replaceAll(",\"known\":\\{.*?\\}\\}", ""));

        try (CarrierState after = CarrierState.open(folder)) {
            assertThat(after.number("+14155550101").orElseThrow().links()).isEqualTo(Links.NONE);
        }
    }

    @Test
    void a_number_verified_by_two_calls_is_verified_once() {
        try (CarrierState state = CarrierState.inMemory()) {
            for (String call : new String[] {"CA1", "CA2"}) {
                state.callerIds()
                        .verify(
                                new CallerIds.Validation(
                                        call, Account.BUSINESS_SID, "+14155550191", "Ruth", "049716", null),
                                NOW);
            }

            assertThat(state.callerIds().all()).hasSize(1);
        }
    }
}

package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.DeliveryProof;
import io.cloudpbx.campaigns.DeliveryView;
import io.cloudpbx.campaigns.Histories.History;
import io.cloudpbx.campaigns.Histories.Step;
import io.cloudpbx.campaigns.store.HistoryRows.Happened;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a delivery, a row each. */
final class HistorySheet {
    static final List<String> COLUMNS = List.of(
            "to",
            "outcome",
            "at",
            "what",
            "attempt",
            "from",
            "status",
            "code",
            "reason",
            "carrier id",
            "message",
            "looked at",
            "opt-outs",
            "consent",
            "consent id",
            "hours");

    private static final List<String> UNPROVEN = List.of("", "", "", "", "");

    private HistorySheet() {}

    /** Whoever was never tried has one row: why. */
    static Stream<List<String>> rows(History history) {
        DeliveryView delivery = history.delivery();
        return history.steps().isEmpty()
                ? Stream.of(untried(delivery))
                : history.steps().stream().map(step -> row(delivery, step));
    }

    private static List<String> untried(DeliveryView delivery) {
        return with(
                UNPROVEN,
                delivery.to(),
                delivery.state(),
                delivery.changedAt().toString(),
                "not tried",
                "0",
                Objects.toString(delivery.sender(), ""),
                "",
                delivery.code(),
                delivery.sentence(),
                "",
                delivery.message());
    }

    private static List<String> row(DeliveryView delivery, Step step) {
        Happened happened = step.happened();
        return with(
                happened.what().equals("tried") ? proof(step.proof()) : UNPROVEN,
                delivery.to(),
                delivery.state(),
                happened.at().toString(),
                happened.what(),
                "" + happened.attempt(),
                happened.sender(),
                happened.status(),
                happened.code(),
                happened.sentence(),
                happened.carrierId(),
                step.message());
    }

    /** By what an attempt left stands in the row of the attempt, not in those of what came of it. */
    private static List<String> proof(@Nullable DeliveryProof proof) {
        return proof == null
                ? UNPROVEN
                : List.of(
                        proof.lookedAt().toString(),
                        proof.optOuts(),
                        proof.consent(),
                        Objects.toString(proof.consentId(), ""),
                        proof.hours());
    }

    private static List<String> with(List<String> proof, String... told) {
        return Stream.concat(Stream.of(told), proof.stream()).toList();
    }
}

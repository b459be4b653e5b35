package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** All that is written down of campaigns. */
record Ledgers(
        CampaignLedger campaigns,
        DeliveryLedger deliveries,
        OutcomeLedger outcomes,
        ReceiptLedger receipts,
        PaceLedger paces) {
    /** A campaign pauses itself. */
    void pauses(UUID campaign, String why) {
        campaigns.move(campaign, Lifecycle.PAUSE, why, Instant.EPOCH);
    }

    /** @param reserved told of each number until when it is busy */
    static Ledgers onPaper(PaperTables tables, BiConsumer<PhoneNumber, Instant> reserved) {
        return onPaper(tables, Plant.NONE, reserved);
    }

    /** @param plant a mistake that they make */
    static Ledgers onPaper(PaperTables tables, Plant plant, BiConsumer<PhoneNumber, Instant> reserved) {
        return new Ledgers(
                new PaperCampaigns(tables),
                new PaperDeliveries(tables, plant),
                new PaperOutcomes(tables),
                new PaperReceipts(tables, plant),
                new PaperPaces(tables, tables.clock, reserved));
    }
}

package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.campaigns.send.Receipts;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.telephony.CarrierId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The carrier's news of deliveries; the token says of which. */
@RestController
class CampaignNewsController {
    private final Receipts receipts;

    CampaignNewsController(Receipts receipts) {
        this.receipts = receipts;
    }

    @PostMapping("/sms/campaigns/{token}")
    ResponseEntity<Void> news(@PathVariable String token, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        if (CarrierId.isOne(form.get("MessageSid")) && CarrierId.isOne(form.get("MessageStatus"))) {
            receipts.told(new Receipt(
                    token,
                    new CarrierId(form.get("MessageSid")),
                    form.get("MessageStatus"),
                    code(form.get("ErrorCode"))));
        }
        return ResponseEntity.noContent().build();
    }

    private static int code(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}

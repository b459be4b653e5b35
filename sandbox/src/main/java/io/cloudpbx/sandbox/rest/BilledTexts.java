package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.billing.Bill;
import io.cloudpbx.sandbox.billing.Category;
import io.cloudpbx.sandbox.billing.Charge;
import io.cloudpbx.sandbox.billing.Prices;
import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.TextStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the texts that are remembered have cost: each that came in, and each that left Twilio, delivered or not. */
record BilledTexts(TextStore store) implements Bill.Texts {

    @Override
    public Stream<Charge> of(String accountSid) {
        return store.newestFirst()
                .filter(text -> text.route().accountSid().equals(accountSid))
                .flatMap(text -> price(text).map(price -> charge(text, price)).stream());
    }

    /** Nothing until the network has it. */
    static Optional<BigDecimal> price(Text text) {
        return switch (text.status()) {
            case SENT, DELIVERED, UNDELIVERED, RECEIVED ->
                Optional.of(Prices.ofText(isInbound(text), text.content().segments(), hasMedia(text)));
            case SCHEDULED, ACCEPTED, QUEUED, SENDING, FAILED, CANCELED, RECEIVING -> Optional.empty();
        };
    }

    private static Charge charge(Text text, BigDecimal price) {
        Instant sent = text.progress().sent();
        return new Charge(
                text.route().accountSid(),
                category(text),
                sent == null ? text.created() : sent,
                hasMedia(text) ? 1 : text.content().segments(),
                price);
    }

    private static Category category(Text text) {
        if (hasMedia(text)) {
            return isInbound(text) ? Category.MMS_INBOUND : Category.MMS_OUTBOUND;
        }
        return isInbound(text) ? Category.SMS_INBOUND_LONGCODE : Category.SMS_OUTBOUND_LONGCODE;
    }

    private static boolean isInbound(Text text) {
        return text.route().direction() == Text.Direction.INBOUND;
    }

    private static boolean hasMedia(Text text) {
        return !text.content().attachments().isEmpty();
    }
}

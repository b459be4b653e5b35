package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.message.OptOutWords.Wish;
import io.cloudpbx.sandbox.message.OptOuts.Understood;
import io.cloudpbx.sandbox.message.Text.Attachment;
import io.cloudpbx.sandbox.message.Text.Progress;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.message.Text.Step;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.Sids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where texts arrive: on handsets' screens, and at customers' numbers, where the carrier reads STOP and its like first. */
final class Inbox {
    private final CarrierState state;
    private final Desk desk;

    Inbox(CarrierState state, Desk desk) {
        this.state = state;
        this.desk = desk;
    }

    /** The text is at its receiver. @param awaits who waits for what will happen to the receiver's text */
    void reach(Text text, Instant at, Courier.Consequences consequences, Consumer<Text> awaits) {
        Optional<IncomingNumber> number = state.number(text.route().to());
        if (number.isPresent()) {
            receive(text, number.get(), at, consequences).ifPresent(received -> {
                if (desk.store().knows(received.sid())) {
                    // It came just before the carrier's end, and its webhook is asked without this.
                    return;
                }
                consequences.after(desk.store().add(received));
                consequences.action(() -> awaits.accept(received));
            });
            return;
        }
        String from = String.valueOf(text.route().from());
        consequences.after(desk.handsets().show(incoming(text, at)));
        consequences.fact(new Fact.TextDelivered(
                text.sid(), from, text.route().to(), text.content().segments()));
    }

    private HandsetText incoming(Text text, Instant at) {
        String from = String.valueOf(text.route().from());
        return new HandsetText(
                text.sid(),
                text.route().to(),
                at,
                true,
                from,
                text.route().to(),
                text.content().body(),
                copies(text, at),
                text.content().segments(),
                state.number(from).isPresent() ? HandsetText.Origin.CUSTOMER : HandsetText.Origin.HANDSET);
    }

    /** The receiving customer's text; empty when the network keeps it to itself. */
    private Optional<Text> receive(Text text, IncomingNumber number, Instant at, Courier.Consequences consequences) {
        String from = String.valueOf(text.route().from());
        boolean person = state.number(from).isEmpty();
        Understood understood = desk.optOuts()
                .understand(from, number.phoneNumber(), text.content().body(), at)
                .orElse(null);
        if (understood != null && understood.reply() != null && person) {
            answer(text, understood.reply(), at);
        }
        boolean hidden = understood != null
                && understood.wish() != Wish.HELP
                && desk.senders().of(number.phoneNumber()).hidesOptOuts();
        if (hidden) {
            return Optional.empty();
        }
        if (person) {
            consequences.fact(new Fact.TextReceived(
                    text.sid(), from, number.phoneNumber(), text.content().segments()));
        }
        return Optional.of(received(text, number, at));
    }

    /** The carrier's own reply: on the handset, and among nobody's messages. */
    private void answer(Text text, String reply, Instant at) {
        String person = String.valueOf(text.route().from());
        desk.handsets()
                .show(new HandsetText(
                        Sids.derived("SM", text.sid() + " answered"),
                        person,
                        at,
                        true,
                        text.route().to(),
                        person,
                        reply,
                        List.of(),
                        Segments.of(reply).count(),
                        HandsetText.Origin.CARRIER));
    }

    private Text received(Text text, IncomingNumber number, Instant at) {
        String service = state.messagingServices()
                .ofNumber(number.phoneNumber())
                .map(MessagingService::sid)
                .orElse(null);
        Text.Route route = new Text.Route(
                number.accountSid(), service, text.route().from(), number.phoneNumber(), Text.Direction.INBOUND);
        Progress progress = Progress.start(Status.RECEIVED, at, Step.of(Step.Kind.HOOK, at));
        String prefix = text.content().attachments().isEmpty() ? "SM" : "MM";
        return new Text(
                Sids.derived(prefix, text.sid()), route, text.content().with(copies(text, at)), progress, null, at, at);
    }

    /** The receiver's own, so that nobody loses them when the sender deletes his. */
    private List<Attachment> copies(Text text, Instant at) {
        return text.content().attachments().stream()
                .flatMap(attachment -> copy(attachment, at).stream())
                .toList();
    }

    private Optional<Attachment> copy(Attachment attachment, Instant at) {
        return state.attachment(attachment.sid()).map(bytes -> {
            String sid = Sids.next("ME");
            state.storeAttachment(sid, bytes);
            return new Attachment(sid, null, attachment.contentType(), at);
        });
    }
}

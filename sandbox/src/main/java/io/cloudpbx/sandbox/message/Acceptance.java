package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.Text.Attachment;
import io.cloudpbx.sandbox.message.Text.Progress;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.message.Text.Step;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.TollFree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a text is taken, and makes of an order what the carrier remembers. */
final class Acceptance {
    private final CarrierState state;
    private final Desk desk;

    Acceptance(CarrierState state, Desk desk) {
        this.state = state;
        this.desk = desk;
    }

    /** @throws TextRefused with Twilio's code */
    Text take(Account account, TextOrder order, Instant now) {
        if (desk.handsets().receptionOf(order.to()) instanceof Reception.Landline landline && landline.refused()) {
            throw new TextRefused(21614, "'To' number is not a valid mobile number: " + order.to());
        }
        Text text = order.serviceSid() == null
                ? fromNumber(account, order, String.valueOf(order.from()), now)
                : throughService(account, order, service(account, order.serviceSid()), now);
        desk.quotas().count(account.sid(), now);
        return text;
    }

    private Text fromNumber(Account account, TextOrder order, String from, Instant now) {
        refuseWithoutRoute(from, order.to());
        if (desk.optOuts().blocks(from, order.to())) {
            throw blocked(order.to());
        }
        desk.quotas().require(account.sid(), now);
        Text.Content content = content(order, order.smartEncoded(), now);
        Instant expires = now.plus(validity(order, null));
        Pace.Slot slot = slot(from, order.to(), content.segments(), new Waiting(now, expires));
        Text.Route route = new Text.Route(account.sid(), null, from, order.to(), order.direction());
        Progress progress = Progress.start(Status.QUEUED, now, Journey.queued(slot, expires));
        return new Text(sid(content), route, content, progress, order.callback(), now, expires);
    }

    private record Waiting(Instant now, Instant expires) {}

    private Pace.Slot slot(String from, String to, int segments, Waiting waiting) {
        if (state.number(from).isEmpty()) {
            // A person's phone knows no queue.
            return new Pace.Slot.Leaves(waiting.now());
        }
        Pace.Slot slot = desk.reserve(from, to, segments, waiting.now(), waiting.expires());
        if (slot instanceof Pace.Slot.Full) {
            throw new TextRefused(21611, "This 'From' number has exceeded the maximum number of queued messages");
        }
        return slot;
    }

    /** {@code twilio.md} section 15: American toll-free numbers text Americans. */
    private static void refuseWithoutRoute(String from, String to) {
        if (TollFree.is(from) && Sender.isAbroad(to)) {
            throw new TextRefused(21612, "There is no route from the toll-free number " + from + " to " + to);
        }
    }

    private static TextRefused blocked(String to) {
        return new TextRefused(21610, "Attempt to send to unsubscribed recipient " + to);
    }

    private MessagingService service(Account account, String sid) {
        return state.messagingServices()
                .find(sid)
                .filter(service -> service.accountSid().equals(account.sid()))
                .orElseThrow(() -> new TextRefused(21701, "The Messaging Service " + sid + " does not exist"));
    }

    private Text throughService(Account account, TextOrder order, MessagingService service, Instant now) {
        requireSender(order, service);
        desk.quotas().require(account.sid(), now);
        Text.Content content =
                content(order, order.smartEncoded() || service.options().smartEncoding(), now);
        Text.Route route = new Text.Route(account.sid(), service.sid(), order.from(), order.to(), order.direction());
        Instant sendAt = order.sendAt();
        Instant leaves = sendAt == null ? now : sendAt;
        Progress progress = sendAt == null
                ? Progress.start(Status.ACCEPTED, now, Journey.accepted(now))
                : Progress.start(Status.SCHEDULED, now, Step.of(Step.Kind.RELEASE, sendAt));
        return new Text(
                sid(content),
                route,
                content,
                progress,
                callback(order, service),
                now,
                leaves.plus(validity(order, service)));
    }

    private void requireSender(TextOrder order, MessagingService service) {
        List<String> pool = state.messagingServices().pool(service.sid()).stream()
                .map(IncomingNumber::phoneNumber)
                .toList();
        if (pool.isEmpty()) {
            throw new TextRefused(21704, "The Messaging Service " + service.sid() + " contains no phone numbers");
        }
        if (order.from() != null && !pool.contains(order.from())) {
            throw new TextRefused(21606, "The 'From' number " + order.from() + " is not in the service's pool");
        }
        if (desk.optOuts().blocked(service.sid(), order.to())) {
            throw blocked(order.to());
        }
        List<String> able = pool.stream()
                .filter(number -> !(TollFree.is(number) && Sender.isAbroad(order.to())))
                .toList();
        if (able.isEmpty()) {
            throw new TextRefused(21703, "The service has no phone number that can text " + order.to());
        }
        if (able.stream().allMatch(number -> desk.optOuts().blocks(number, order.to()))) {
            throw blocked(order.to());
        }
    }

    private static Text.Content content(TextOrder order, boolean smart, Instant now) {
        String body = smart ? SmartEncoding.apply(order.body()) : order.body();
        List<Attachment> attachments = order.mediaUrls().stream()
                .map(url -> new Attachment(Sids.next("ME"), url, null, now))
                .toList();
        // An MMS is one, however long its words are.
        int segments = attachments.isEmpty() ? Segments.of(body).count() : 1;
        return new Text.Content(body, segments, attachments);
    }

    private static String sid(Text.Content content) {
        return Sids.next(content.attachments().isEmpty() ? "SM" : "MM");
    }

    private static Duration validity(TextOrder order, @Nullable MessagingService service) {
        Duration usual = service == null ? TextOrder.LONGEST_VALIDITY : service.validityPeriod();
        return Optional.ofNullable(order.validity()).orElse(usual);
    }

    private static Text.@Nullable Callback callback(TextOrder order, MessagingService service) {
        String url = service.statusCallback();
        if (order.callback() != null || url == null || url.isBlank()) {
            return order.callback();
        }
        return new Text.Callback(url, "POST");
    }
}

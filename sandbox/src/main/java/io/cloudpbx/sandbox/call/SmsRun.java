package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.TextOrder;
import io.cloudpbx.sandbox.message.TextRefused;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a text out of a call ({@code twilio.md} sections 2.2 and 7, {@code <Sms>}): to the other party from the call's
 * own number, unless the document says otherwise.
 */
final class SmsRun {
    private final Leg leg;
    private final Verb.Sms sms;

    SmsRun(Leg leg, Verb.Sms sms) {
        this.leg = leg;
        this.sms = sms;
    }

    Next run() {
        Optional<Text> sent = leg.outside(this::send);
        Callback action = sms.action();
        return action == null ? new Next.Onward() : new Next.GoTo(action, parameters(sent));
    }

    private Optional<Text> send() {
        Call call = leg.call();
        boolean inbound = call.direction() == Call.Direction.INBOUND;
        String to = number(sms.to(), inbound ? call.from() : call.to());
        String from = number(sms.from(), inbound ? call.to() : call.from());
        if (!DialledNumber.isValid(to) || Emergency.isNumber(to)) {
            return refuse(14101, "Sms: 'to' attribute is invalid: " + to);
        }
        if (!leg.equipment().state().ownerOf(from).sid().equals(call.accountSid())) {
            return refuse(14102, "Sms: 'from' attribute is invalid: " + from);
        }
        if (sms.body().codePointCount(0, sms.body().length()) > TextOrder.BODY_MAX) {
            return refuse(21617, "Sms: The message body exceeds the 1600 character limit");
        }
        try {
            return Optional.of(leg.equipment().texts().send(leg.account(), order(from, to)));
        } catch (TextRefused refused) {
            return refuse(refused.code(), "Sms: " + refused.getMessage());
        }
    }

    private static String number(@Nullable String written, String otherwise) {
        return written == null || written.isBlank() ? otherwise : DialledNumber.normalised(written);
    }

    private TextOrder order(String from, String to) {
        Callback told = sms.statusCallback();
        return new TextOrder(
                to,
                from,
                null,
                sms.body(),
                List.of(),
                false,
                told == null ? null : new Text.Callback(told.url(), told.method()),
                null,
                null,
                Text.Direction.OUTBOUND_CALL);
    }

    private Optional<Text> refuse(int code, String reason) {
        Hood.error(leg, code, reason);
        return Optional.empty();
    }

    /** {@code sent} has meant "accepted for sending" since before there were other statuses. */
    private static Map<String, String> parameters(Optional<Text> sent) {
        Map<String, String> parameters = new LinkedHashMap<>();
        sent.ifPresent(text -> parameters.put("SmsSid", text.sid()));
        parameters.put("SmsStatus", sent.isPresent() ? "sent" : "failed");
        return parameters;
    }
}

package io.cloudpbx.sandbox.message;

import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.PoolMember;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.webhook.Debugger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A running carrier with one customer, and that customer's web server. */
final class Carrier implements AutoCloseable {
    static final String SENDER = "+14155550101";
    static final String TOLL_FREE = "+18885550101";
    static final String HANDSET = "+12025550123";
    static final double SPEED = 20;

    final Sandbox sandbox;
    final CustomerServer customer = new CustomerServer();

    Carrier() {
        this(SandboxSettings.inMemory(SPEED));
    }

    Carrier(SandboxSettings settings) {
        sandbox = Sandbox.start(settings);
        customer.on("/status", CustomerServer.reply(200, "", new byte[0]));
    }

    Rest business() {
        return Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
    }

    Rest outside() {
        return Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID);
    }

    /** Buys a number, with further settings as names and values. */
    String buys(String number, String... settings) {
        String[] form = Stream.concat(Stream.of("PhoneNumber", number), Stream.of(settings))
                .toArray(String[]::new);
        return business().post("IncomingPhoneNumbers.json", form).text("sid");
    }

    /** The business texts, and wants to know how it goes. */
    Rest.Reply text(String from, String to, String body, String... more) {
        String[] form = Stream.concat(
                        Stream.of("From", from, "To", to, "Body", body, "StatusCallback", customer.url("/status")),
                        Stream.of(more))
                .toArray(String[]::new);
        return business().post("Messages.json", form);
    }

    /** Somebody outside texts. */
    Rest.Reply textIn(String from, String to, String body, String... more) {
        String[] form = Stream.concat(Stream.of("From", from, "To", to, "Body", body), Stream.of(more))
                .toArray(String[]::new);
        return outside().post("Messages.json", form);
    }

    /** A messaging service of these numbers, whose texts go to the numbers' own URLs; its SID. */
    String service(String... numbers) {
        return service(new MessagingService.Options(true, true, true, true, true, false, true), numbers);
    }

    String service(MessagingService.Options options, String... numbers) {
        var services = sandbox.state().messagingServices();
        Instant now = sandbox.clock().instant();
        String sid = Sids.next("MG");
        services.save(new MessagingService(
                sid,
                Account.BUSINESS_SID,
                "Front desk",
                new IncomingNumber.Hook(null, "POST", null, "POST"),
                null,
                MessagingService.LONGEST_VALIDITY,
                options,
                "notifications",
                now,
                now));
        for (String number : numbers) {
            IncomingNumber bought = sandbox.state().number(number).orElseGet(() -> {
                buys(number, "SmsUrl", customer.url("/sms"));
                return sandbox.state().number(number).orElseThrow();
            });
            services.add(new PoolMember(bought.sid(), sid, now));
        }
        return sid;
    }

    Rest.Reply textThrough(String service, String to, String body, String... more) {
        String[] form = Stream.concat(
                        Stream.of(
                                "MessagingServiceSid",
                                service,
                                "To",
                                to,
                                "Body",
                                body,
                                "StatusCallback",
                                customer.url("/status")),
                        Stream.of(more))
                .toArray(String[]::new);
        return business().post("Messages.json", form);
    }

    void handset(String number, Reception reception) {
        sandbox.texting().handsets().teach(number, reception);
    }

    List<HandsetText> screen(String number) {
        return sandbox.texting().handsets().screen(number);
    }

    Text awaitStatus(String sid, Text.Status status) {
        await().until(() -> message(sid).status() == status);
        return message(sid);
    }

    void awaitSettled(String sid) {
        await().until(() -> !message(sid).underWay());
    }

    Text message(String sid) {
        return sandbox.texting().store().find(sid).orElseThrow();
    }

    /** Requests to a path so far, after waiting for as many as are expected. */
    List<Asked> asked(String path, int count) {
        await().until(() -> asked(path).size() >= count);
        return asked(path);
    }

    List<Asked> asked(String path) {
        List<Asked> asked = new ArrayList<>(customer.asked);
        return asked.stream()
                .filter(request -> request.target().split("\\?", 2)[0].equals(path))
                .toList();
    }

    List<Integer> errorCodes() {
        return sandbox.debugger().alerts().stream().map(Debugger.Alert::code).toList();
    }

    @Override
    public void close() {
        sandbox.close();
        customer.close();
    }
}

package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Handsets' texts, how they take them, and what was arranged about sending; not Twilio's API. */
public final class TextRoutes {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final String HANDSET = "/sandbox/handsets/{number}";
    private static final String SENDER = "/sandbox/senders/{number}";
    private static final String OPT_OUT = "/sandbox/services/{sid}/opt-out";
    private static final String QUOTA = "/sandbox/accounts/{sid}/text-quota";
    private static final double A_DAY = 86_400;
    private static final int LIMIT = 50;
    private static final int LIMIT_MAX = 1_000;
    private static final int RATE_MAX = 1_000_000;

    private final CarrierState state;
    private final Texting texting;

    public TextRoutes(CarrierState state, Texting texting) {
        this.state = state;
        this.texting = texting;
    }

    public void register(RoutesConfig routes) {
        routes.get(HANDSET + "/texts", this::screen);
        routes.post(HANDSET + "/texts", this::write);
        routes.get(HANDSET + "/media/{sid}", this::media);
        routes.get(HANDSET + "/texting", this::reception);
        routes.put(HANDSET + "/texting", this::teach);
        routes.delete(HANDSET + "/texting", this::forget);
        routes.get("/sandbox/messages", this::messages);
        routes.get("/sandbox/opt-outs", this::optOuts);
        routes.get(SENDER, ctx -> Control.answer(ctx, texting.senders().of(number(ctx))));
        routes.put(SENDER, this::arrange);
        routes.delete(SENDER, this::forgetSender);
        routes.get(OPT_OUT, this::lists);
        routes.put(OPT_OUT, this::setUp);
        routes.delete(OPT_OUT, this::giveUp);
        routes.put(QUOTA, this::limit);
        routes.delete(QUOTA, this::lift);
    }

    private static String number(Context ctx) {
        String number = ctx.pathParam("number");
        if (!E164.matcher(number).matches()) {
            throw ControlProblem.invalid("number", number + " is not an E.164 number");
        }
        return number;
    }

    private record Screen(List<Shown> texts) {}

    private record Shown(
            String sid,
            Instant at,
            String direction,
            String from,
            String to,
            String body,
            List<Medium> media,
            int segments,
            String origin) {
        static Shown of(HandsetText text) {
            return new Shown(
                    text.sid(),
                    text.at(),
                    text.incoming() ? "in" : "out",
                    text.from(),
                    text.to(),
                    text.body(),
                    text.attachments().stream()
                            .map(attachment -> Medium.of(text, attachment))
                            .toList(),
                    text.segments(),
                    text.origin().name().toLowerCase(Locale.ROOT));
        }
    }

    private record Medium(@Nullable String url, @Nullable String contentType) {
        static Medium of(HandsetText text, Text.Attachment attachment) {
            String own = "/sandbox/handsets/" + text.number() + "/media/" + attachment.sid();
            return new Medium(text.incoming() ? own : attachment.source(), attachment.contentType());
        }
    }

    private void screen(Context ctx) {
        List<HandsetText> texts = texting.handsets().screen(number(ctx));
        Control.answer(ctx, new Screen(texts.stream().map(Shown::of).toList()));
    }

    private void media(Context ctx) {
        Text.Attachment attachment = texting.handsets().screen(number(ctx)).stream()
                .flatMap(text -> text.attachments().stream())
                .filter(one -> one.sid().equals(ctx.pathParam("sid")))
                .findFirst()
                .orElseThrow(() -> ControlProblem.notFound("Not on this handset: " + ctx.pathParam("sid")));
        byte[] bytes = state.attachment(attachment.sid())
                .orElseThrow(() -> ControlProblem.notFound("Gone: " + attachment.sid()));
        ctx.contentType(String.valueOf(attachment.contentType())).result(bytes);
    }

    private record Written(String to, String body, @Nullable List<String> mediaUrls) {}

    private record Sent(String sid) {}

    private void write(Context ctx) {
        String from = number(ctx);
        Written written = Control.body(ctx, Written.class);
        if (state.number(from).isPresent()) {
            throw ControlProblem.conflict(from + " is a customer's number, not a handset");
        }
        if (written.to() == null || !E164.matcher(written.to()).matches()) {
            throw ControlProblem.invalid("to", "Must be an E.164 number");
        }
        List<String> media = written.mediaUrls() == null ? List.of() : written.mediaUrls();
        String body = written.body() == null ? "" : written.body();
        if (body.isEmpty() && media.isEmpty()) {
            throw ControlProblem.invalid("body", "A text says or shows something");
        }
        if (body.codePointCount(0, body.length()) > TextOrder.BODY_MAX) {
            throw ControlProblem.invalid("body", "A text has at most 1600 characters");
        }
        TextOrder order = new TextOrder(
                written.to(), from, null, body, media, false, null, null, null, Text.Direction.OUTBOUND_API);
        try {
            Text sent = texting.send(state.account(Account.OUTSIDE_SID), order);
            Control.answer(ctx.status(201), new Sent(sent.sid()));
        } catch (TextRefused refused) {
            throw ControlProblem.conflict(refused.code() + ": " + refused.getMessage());
        }
    }

    private void reception(Context ctx) {
        Control.answer(ctx, texting.handsets().receptionOf(number(ctx)));
    }

    private void teach(Context ctx) {
        String number = number(ctx);
        Reception reception = Control.body(ctx, Reception.class);
        requireSeconds("afterSeconds", reception.afterSeconds());
        if (reception instanceof Reception.Deliver deliver) {
            requireSeconds("receiptAfterSeconds", deliver.receiptAfterSeconds());
        }
        if (reception instanceof Reception.Fails fails
                && !Reception.Fails.codes().contains(fails.errorCode())) {
            throw ControlProblem.invalid("errorCode", "Must be one of " + Reception.Fails.codes());
        }
        texting.handsets().teach(number, reception);
        Control.answer(ctx, reception);
    }

    private static void requireSeconds(String field, @Nullable Double seconds) {
        if (seconds != null && !(seconds >= 0 && seconds <= A_DAY)) {
            throw ControlProblem.invalid(field, "Must be from 0 to 86400");
        }
    }

    private void forget(Context ctx) {
        texting.handsets().forgetReception(number(ctx));
        ctx.status(204);
    }

    private record Messages(List<Message> messages) {}

    private record Message(
            String sid,
            String accountSid,
            @Nullable String from,
            String to,
            String body,
            String direction,
            String status,
            @Nullable Integer errorCode,
            int segments,
            List<Change> history) {
        static Message of(Text text) {
            return new Message(
                    text.sid(),
                    text.route().accountSid(),
                    text.route().from(),
                    text.route().to(),
                    text.content().body(),
                    text.route().direction().text(),
                    text.status().text(),
                    text.progress().errorCode(),
                    text.content().segments(),
                    text.progress().history().stream().map(Change::of).toList());
        }
    }

    private record Change(String status, Instant at) {
        static Change of(Text.Change change) {
            return new Change(change.status().text(), change.at());
        }
    }

    private void messages(Context ctx) {
        long limit = Control.number(ctx, "limit", 1, LIMIT_MAX, LIMIT);
        Control.answer(
                ctx,
                new Messages(texting.store()
                        .newestFirst()
                        .limit(limit)
                        .map(Message::of)
                        .toList()));
    }

    private record Blocks(List<OptOuts.Block> optOuts) {}

    private void optOuts(Context ctx) {
        Control.answer(ctx, new Blocks(texting.optOuts().all()));
    }

    private void arrange(Context ctx) {
        String number = number(ctx);
        Sender sender = Control.body(ctx, Sender.class);
        Double rate = sender.segmentsPerSecond();
        if (rate != null && !(rate > 0 && rate <= RATE_MAX)) {
            throw ControlProblem.invalid("segmentsPerSecond", "Must be more than 0 and at most 1000000");
        }
        Integer queue = sender.queueSeconds();
        if (queue != null && !(queue >= 0 && queue <= TextOrder.LONGEST_VALIDITY.toSeconds())) {
            throw ControlProblem.invalid("queueSeconds", "Must be from 0 to 36000");
        }
        texting.senders().arrange(number, sender);
        Control.answer(ctx, sender);
    }

    private void forgetSender(Context ctx) {
        texting.senders().forget(number(ctx));
        ctx.status(204);
    }

    private String service(Context ctx) {
        String sid = ctx.pathParam("sid");
        if (state.messagingServices().find(sid).isEmpty()) {
            throw ControlProblem.notFound("No messaging service " + sid);
        }
        return sid;
    }

    private void lists(Context ctx) {
        String sid = service(ctx);
        Control.answer(
                ctx,
                texting.optOuts().of(sid).orElseThrow(() -> ControlProblem.notFound("No Advanced Opt-Out for " + sid)));
    }

    private void setUp(Context ctx) {
        AdvancedOptOut lists = Control.body(ctx, AdvancedOptOut.class);
        texting.optOuts().setUp(service(ctx), lists);
        Control.answer(ctx, lists);
    }

    private void giveUp(Context ctx) {
        texting.optOuts().giveUp(service(ctx));
        ctx.status(204);
    }

    private String account(Context ctx) {
        String sid = ctx.pathParam("sid");
        if (state.findAccount(sid).isEmpty()) {
            throw ControlProblem.notFound("No account " + sid);
        }
        return sid;
    }

    private void limit(Context ctx) {
        Quotas.Quota quota = Control.body(ctx, Quotas.Quota.class);
        if (quota.textsPerDay() < 0) {
            throw ControlProblem.invalid("textsPerDay", "Must not be negative");
        }
        texting.quotas().set(account(ctx), quota);
        Control.answer(ctx, quota);
    }

    private void lift(Context ctx) {
        texting.quotas().lift(account(ctx));
        ctx.status(204);
    }
}

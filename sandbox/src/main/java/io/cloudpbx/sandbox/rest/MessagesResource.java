package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.TextStore;
import io.cloudpbx.sandbox.message.TextStore.Wanted;
import io.cloudpbx.sandbox.message.Texting;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code Messages} ({@code twilio.md} section 12). */
final class MessagesResource {
    private static final Listing<Text> LISTING = new Listing<>("messages", Text::sid, MessageBody::of);
    private static final String PATH = ApiRoutes.ACCOUNT + "/Messages";

    private final CarrierState state;
    private final Clock clock;
    private final Texting texting;

    MessagesResource(CarrierState state, Clock clock, Texting texting) {
        this.state = state;
        this.clock = clock;
        this.texting = texting;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{sid}.json", ctx -> Json.write(ctx, 200, MessageBody.of(message(ctx))));
        routes.post(PATH + "/{sid}.json", this::update);
        routes.delete(PATH + "/{sid}.json", this::delete);
    }

    private void create(Context ctx) {
        var account = ApiRoutes.account(ctx);
        var order = new MessageForm(state, account, Parameters.of(ctx), clock.instant()).parse();
        Json.write(ctx, 201, MessageBody.of(texting.send(account, order)));
    }

    private void list(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        Wanted wanted = new Wanted(
                ApiRoutes.account(ctx).sid(),
                parameters.text("To").map(MessagesResource::number).orElse(null),
                parameters.text("From").map(MessagesResource::number).orElse(null),
                Dates.range(parameters, "DateSent").orElse(null));
        LISTING.answer(ctx, new Found(texting.store(), wanted));
    }

    private record Found(TextStore store, Wanted wanted) implements Listing.Source<Text> {
        @Override
        public List<Text> following(String sid, long skipped, int limit) {
            return store.following(wanted, sid, skipped, limit);
        }

        @Override
        public List<Text> preceding(String sid, int limit) {
            return store.preceding(wanted, sid, limit);
        }

        @Override
        public boolean knows(String sid) {
            return store.knows(sid);
        }
    }

    private static String number(String text) {
        return PhoneNumbers.parse(text).orElse(text);
    }

    /** Only two changes are possible: to blank a message, and to cancel a scheduled one. */
    private void update(Context ctx) {
        Text text = message(ctx);
        Parameters parameters = Parameters.of(ctx);
        Optional<String> status = parameters.text("Status");
        if (status.isPresent()) {
            if (!status.get().equals("canceled")) {
                throw ApiError.invalid(20001, "Status must be canceled");
            }
            Json.write(ctx, 200, MessageBody.of(texting.cancel(text)));
        } else if (parameters.has("Body")) {
            if (parameters.text("Body").isPresent()) {
                throw ApiError.invalid(20001, "A message's Body can only be made empty");
            }
            Json.write(ctx, 200, MessageBody.of(texting.redact(text)));
        } else {
            throw ApiError.invalid(20001, "Body or Status is required");
        }
    }

    private void delete(Context ctx) {
        texting.delete(message(ctx));
        ctx.status(204);
    }

    private Text message(Context ctx) {
        return find(texting, ctx);
    }

    /** The account's own message. */
    static Text find(Texting texting, Context ctx) {
        return texting.store()
                .find(ctx.pathParam("sid"))
                .filter(text ->
                        text.route().accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}

package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.media.MediaHost;
import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.Text.Attachment;
import io.cloudpbx.sandbox.message.Texting;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Messages/{sid}/Media} ({@code twilio.md} sections 12 and 18, E8). */
final class MessageMediaResource {
    private static final String PATH = ApiRoutes.ACCOUNT + "/Messages/{sid}/Media";

    private final Texting texting;
    private final MediaHost host;

    MessageMediaResource(Texting texting, MediaHost host) {
        this.texting = texting;
        this.host = host;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{media}.json", ctx -> Json.write(ctx, 200, shown(message(ctx), attachment(ctx))));
        routes.get(PATH + "/{media}", this::content);
        routes.delete(PATH + "/{media}.json", this::delete);
        routes.delete(PATH + "/{media}", this::delete);
    }

    private record Body(
            String sid,
            String accountSid,
            String parentSid,
            String contentType,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {}

    private static Body shown(Text text, Attachment attachment) {
        String account = text.route().accountSid();
        String created = Dates.rfc2822(attachment.created());
        return new Body(
                attachment.sid(),
                account,
                text.sid(),
                String.valueOf(attachment.contentType()),
                created,
                created,
                "/%s/Accounts/%s/Messages/%s/Media/%s.json"
                        .formatted(ApiRoutes.VERSION, account, text.sid(), attachment.sid()));
    }

    private void list(Context ctx) {
        Text text = message(ctx);
        var created = Dates.filter(Parameters.of(ctx), "DateCreated");
        List<Attachment> attachments = fetched(text).stream()
                .filter(attachment -> created.test(attachment.created()))
                .toList();
        new Listing<Attachment>("media_list", Attachment::sid, attachment -> shown(text, attachment))
                .answer(ctx, attachments);
    }

    /** What an outbound text is to show comes to be when it is fetched. */
    private static List<Attachment> fetched(Text text) {
        return text.content().attachments().stream()
                .filter(attachment -> attachment.contentType() != null)
                .toList();
    }

    private void content(Context ctx) {
        Attachment attachment = attachment(ctx);
        ctx.status(307).header("Location", host.address(attachment.sid(), String.valueOf(attachment.contentType())));
    }

    private void delete(Context ctx) {
        texting.deleteMedia(message(ctx), attachment(ctx).sid());
        ctx.status(204);
    }

    private Attachment attachment(Context ctx) {
        return fetched(message(ctx)).stream()
                .filter(attachment -> attachment.sid().equals(ctx.pathParam("media")))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private Text message(Context ctx) {
        return MessagesResource.find(texting, ctx);
    }
}

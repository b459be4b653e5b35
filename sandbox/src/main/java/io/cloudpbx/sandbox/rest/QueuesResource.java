package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.call.Queues;
import io.cloudpbx.sandbox.state.CallQueue;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code Queues} and their {@code Members} ({@code twilio.md} sections 8.2 and 12). */
final class QueuesResource {
    private static final String PATH = ApiRoutes.ACCOUNT + "/Queues";
    private static final String MEMBERS = PATH + "/{queue}/Members";
    private static final int NAME_MAX = 64;
    private static final Parameters.Range SIZE = new Parameters.Range(1, CallQueue.SIZE_MAX, 20001);

    private final Exchange exchange;
    private final Listing<CallQueue> queues = new Listing<>("queues", CallQueue::sid, this::shown);

    QueuesResource(Exchange exchange) {
        this.exchange = exchange;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{queue}.json", ctx -> Json.write(ctx, 200, shown(queue(ctx))));
        routes.post(PATH + "/{queue}.json", this::update);
        routes.delete(PATH + "/{queue}.json", this::delete);
        routes.get(MEMBERS + ".json", this::listMembers);
        routes.get(MEMBERS + "/{member}.json", this::fetchMember);
        routes.post(MEMBERS + "/{member}.json", this::dequeue);
    }

    private record Body(
            String sid,
            String accountSid,
            String friendlyName,
            int currentSize,
            int maxSize,
            long averageWaitTime,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {}

    private record MemberBody(
            String callSid,
            String queueSid,
            int position,
            long waitTime,
            @Nullable String dateEnqueued,
            String uri) {}

    private Body shown(CallQueue queue) {
        return new Body(
                queue.sid(),
                queue.accountSid(),
                queue.friendlyName(),
                exchange.queues().members(queue.sid()).size(),
                queue.maxSize(),
                exchange.queues().averageWait(queue.sid()).toSeconds(),
                Dates.rfc2822(queue.dateCreated()),
                Dates.rfc2822(queue.dateUpdated()),
                path(queue) + ".json");
    }

    private static String path(CallQueue queue) {
        return "/%s/Accounts/%s/Queues/%s".formatted(ApiRoutes.VERSION, queue.accountSid(), queue.sid());
    }

    private static MemberBody shown(CallQueue queue, Queues.Member member) {
        return new MemberBody(
                member.callSid(),
                member.queueSid(),
                member.position(),
                member.waited().toSeconds(),
                Dates.rfc2822(member.dateEnqueued()),
                path(queue) + "/Members/" + member.callSid() + ".json");
    }

    private CallQueue queue(Context ctx) {
        return exchange.queues()
                .find(ctx.pathParam("queue"))
                .filter(queue ->
                        queue.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private void create(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        parameters.required("FriendlyName");
        String name = parameters.text("FriendlyName", NAME_MAX, "");
        int size = parameters.number("MaxSize", SIZE, CallQueue.USUAL_SIZE);
        String account = ApiRoutes.account(ctx).sid();
        Json.write(ctx, 201, shown(unlessTaken(() -> exchange.queues().create(account, name, size))));
    }

    private void list(Context ctx) {
        List<CallQueue> own = exchange.queues().all().reversed().stream()
                .filter(queue ->
                        queue.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .toList();
        queues.answer(ctx, own);
    }

    private void update(Context ctx) {
        CallQueue before = queue(ctx);
        Parameters parameters = Parameters.of(ctx);
        String name = parameters.text("FriendlyName", NAME_MAX, before.friendlyName());
        int size = parameters.number("MaxSize", SIZE, before.maxSize());
        Json.write(ctx, 200, shown(unlessTaken(() -> exchange.queues().change(before, name, size))));
    }

    private static CallQueue unlessTaken(Supplier<CallQueue> deed) {
        try {
            return deed.get();
        } catch (Queues.NameTaken e) {
            throw new ApiError(409, 20409, String.valueOf(e.getMessage()));
        }
    }

    private void delete(Context ctx) {
        try {
            exchange.queues().delete(queue(ctx));
            ctx.status(204);
        } catch (Queues.NotEmpty e) {
            throw new ApiError(409, 20409, String.valueOf(e.getMessage()));
        }
    }

    private void listMembers(Context ctx) {
        CallQueue queue = queue(ctx);
        new Listing<Queues.Member>("queue_members", Queues.Member::callSid, member -> shown(queue, member))
                .answer(ctx, exchange.queues().members(queue.sid()));
    }

    private void fetchMember(Context ctx) {
        CallQueue queue = queue(ctx);
        Queues.Member member = exchange.queues()
                .member(queue.sid(), ctx.pathParam("member"))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
        Json.write(ctx, 200, shown(queue, member));
    }

    /** The call leaves the queue for the document at {@code Url}. */
    private void dequeue(Context ctx) {
        CallQueue queue = queue(ctx);
        Parameters parameters = Parameters.of(ctx);
        String url =
                parameters.url("Url", 21205).orElseThrow(() -> ApiError.invalid(21205, "Url parameter is required."));
        Queues.Member member = exchange.queues()
                .dequeue(
                        queue.sid(),
                        ctx.pathParam("member"),
                        WebhookTarget.of(url, parameters.method("Method", "POST")))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
        Json.write(ctx, 200, shown(queue, member));
    }
}

package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.Text.Attachment;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.webhook.FileClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fetches what a text is to show, as {@code twilio.md} section 18 says: after the 201, without credentials. */
final class MediaFetcher implements AutoCloseable {
    private static final int TOTAL_MAX = 5 * 1024 * 1024;
    private static final int OTHER_THAN_IMAGES_MAX = 500 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CarrierState state;
    private final FileClient http = new FileClient();

    MediaFetcher(CarrierState state) {
        this.state = state;
    }

    /** What came of fetching everything that is attached to a text. */
    sealed interface Result {
        /** Kept on disk. @param tooLarge whether networks refuse some of it (30019) */
        record Fetched(List<Attachment> attachments, boolean tooLarge) implements Result {}

        /** The text fails; the code is Twilio's. */
        record Failed(int code, String reason) implements Result {}
    }

    /** Blocks. */
    Result fetch(List<Attachment> wanted) {
        List<Attachment> fetched = new ArrayList<>();
        boolean tooLarge = false;
        int left = TOTAL_MAX;
        for (Attachment attachment : wanted) {
            switch (fetch(String.valueOf(attachment.source()), left)) {
                case One.Refused refused -> {
                    return new Result.Failed(refused.code(), refused.reason());
                }
                case One.File file -> {
                    left -= file.bytes().length;
                    tooLarge |= !file.type().startsWith("image/") && file.bytes().length > OTHER_THAN_IMAGES_MAX;
                    state.storeAttachment(attachment.sid(), file.bytes());
                    fetched.add(attachment.typed(file.type()));
                }
            }
        }
        return new Result.Fetched(List.copyOf(fetched), tooLarge);
    }

    private sealed interface One {
        record File(String type, byte[] bytes) implements One {}

        record Refused(int code, String reason) implements One {}
    }

    private One fetch(String url, int most) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url.split("#", 2)[0]))
                    .timeout(PATIENCE)
                    .header("User-Agent", "TwilioProxy/1.1")
                    .header("Accept", "*/*")
                    .build();
            HttpResponse<InputStream> reply = http.send(request);
            try (InputStream body = reply.body()) {
                return reply.statusCode() / 100 == 2
                        ? file(url, reply, body.readNBytes(most + 1), most)
                        : new One.Refused(11200, "Got HTTP " + reply.statusCode() + " from " + url);
            }
        } catch (IOException | IllegalArgumentException e) {
            return new One.Refused(11200, url + " cannot be fetched: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new One.Refused(11200, url + " cannot be fetched: interrupted");
        }
    }

    private static One file(String url, HttpResponse<?> reply, byte[] bytes, int most) {
        String type = reply.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!isSendable(type)) {
            return new One.Refused(12300, "Invalid Content-Type \"" + type + "\" at " + url);
        }
        return bytes.length > most
                ? new One.Refused(11751, "The media of a message are more than 5 MB")
                : new One.File(type, bytes);
    }

    private static boolean isSendable(String type) {
        return switch (type) {
            case "text/vcard",
                    "text/x-vcard",
                    "text/csv",
                    "text/rtf",
                    "text/richtext",
                    "text/calendar",
                    "text/directory",
                    "application/pdf",
                    "application/vcard" -> true;
            default -> type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
        };
    }

    @Override
    public void close() {
        http.close();
    }
}

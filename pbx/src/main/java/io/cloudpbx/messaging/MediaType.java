package io.cloudpbx.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;

/** What a file really is, told by its bytes, and what may be done with it. */
public final class MediaType {
    private static final Tika TIKA = new Tika();

    /** Shown by browsers without running anything. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private static final Set<String> PLAYABLE =
            Set.of("audio/mpeg", "audio/mp4", "audio/ogg", "audio/amr", "video/mp4", "video/3gpp");

    /** Besides pictures and sound, what phones take ({@code twilio.md} section 18). */
    private static final Set<String> DOCUMENTS =
            Set.of("application/pdf", "text/vcard", "text/x-vcard", "text/calendar");

    /** Run by browsers when they are let. */
    private static final Set<String> ACTIVE = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/javascript",
            "text/javascript",
            "application/xml");

    private MediaType() {}

    public static String of(Path file) throws IOException {
        // Only the bytes speak; a name could say anything.
        try (InputStream content = Files.newInputStream(file)) {
            return TIKA.detect(content);
        }
    }

    /** Whether something poses as what it is not, in a way that could matter: a picture that is a page. */
    public static boolean contradicts(String claimed, String real) {
        return ACTIVE.contains(real) || !family(claimed).equals(family(real)) && (isSeen(claimed) || isSeen(real));
    }

    private static boolean isSeen(String type) {
        return Set.of("image", "audio", "video").contains(family(type));
    }

    private static String family(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        int slash = lower.indexOf('/');
        String family = slash < 0 ? lower : lower.substring(0, slash);
        // A recording in a video's container is the same to a phone.
        return family.equals("video") ? "audio" : family;
    }

    public static boolean isPicture(String type) {
        return PICTURES.contains(type);
    }

    /** Whether a browser may show or play it in the page. */
    public static boolean isShown(String type) {
        return PICTURES.contains(type) || PLAYABLE.contains(type);
    }

    /** Whether carriers deliver it. */
    public static boolean maySend(String type) {
        return isShown(type) || DOCUMENTS.contains(type);
    }
}

package io.cloudpbx.extensions;

import io.cloudpbx.numbers.NumberState;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.numbers.Provisioning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An extension as the API shows it, with its number's progress and the badges other capabilities keep.
 *
 * @param doNotDisturb their own wish not to be rung; null when they have none, or none any more
 */
public record ExtensionView(
        UUID id,
        String ext,
        String name,
        String department,
        String email,
        List<String> soundsLike,
        @Nullable String forwardTo,
        @Nullable String forwardToDisplay,
        boolean active,
        @Nullable UUID numberId,
        @Nullable String number,
        @Nullable String numberDisplay,
        Provisioning provisioning,
        int unheard,
        boolean inCall,
        @Nullable Quiet doNotDisturb,
        Instant createdAt,
        long version) {

    static ExtensionView of(Extension extension, Optional<OwnNumber> number, Map<String, Integer> badges, Instant now) {
        var forwardTo = Optional.ofNullable(extension.forwardTo());
        var ours = number.filter(ExtensionView::isBought).map(OwnNumber::number);
        return new ExtensionView(
                extension.id(),
                extension.ext(),
                extension.name(),
                extension.department(),
                extension.email(),
                extension.soundsLike(),
                forwardTo.map(Object::toString).orElse(null),
                forwardTo.map(phone -> phone.display()).orElse(null),
                extension.active(),
                extension.numberId(),
                ours.map(Object::toString).orElse(null),
                ours.map(phone -> phone.display()).orElse(null),
                Provisioning.of(number),
                badges.getOrDefault("unheard", 0),
                badges.getOrDefault("inCall", 0) > 0,
                extension.quietAt(now).orElse(null),
                extension.createdAt(),
                extension.version());
    }

    private static boolean isBought(OwnNumber number) {
        return number.carrierId() != null && number.state() != NumberState.RELEASED;
    }
}

package io.cloudpbx.dialing.help;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.dialing.Door;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What would come of a call for help from here, so that nobody finds out when they need it. */
@Service
public class HelpReadiness {
    private final Door door;
    private final HelpLines lines;
    private final FrontDesk desk;

    HelpReadiness(Door door, HelpLines lines, FrontDesk desk) {
        this.door = door;
        this.lines = lines;
        this.desk = desk;
    }

    /**
     * @param phone of theirs that would ring; null when nobody knows one, so that they have to dial from another
     * @param from the number that would be shown; null when there is none
     * @param located whether help would be given an address
     * @param told whose phones would get a text
     */
    public record Readiness(
            @Nullable String phone, @Nullable String from, boolean located, List<String> told) {}

    public Readiness of(SignedIn who) {
        Optional<Extension> own = door.own(who);
        var line = own.flatMap(whose -> lines.of(whose, null));
        var phone = own.map(Extension::forwardTo);
        return new Readiness(
                phone.map(PhoneNumber::display).orElse(null),
                line.map(found -> found.number().display()).orElse(null),
                line.filter(found -> found.located()).isPresent(),
                phone.map(desk::without).orElseGet(desk::all).stream()
                        .map(FrontDesk.Told::name)
                        .distinct()
                        .toList());
    }
}

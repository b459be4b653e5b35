package io.cloudpbx.messaging.compliance;

import io.cloudpbx.messaging.flow.Place;
import io.cloudpbx.messaging.flow.Recipient;
import io.cloudpbx.messaging.flow.Recipient.Kind;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.regex.Pattern;

/** What kind of address a text would go to. */
public final class Recipients {
    private static final Pattern SHORT_CODE = Pattern.compile("\\+?\\d{3,6}");
    private static final String NO_COUNTRY = "ZZ";

    private Recipients() {}

    /** @param address as the carrier gave it or would take it: E.164, or a short code */
    public static Recipient of(String address) {
        return PhoneNumber.reported(address)
                .map(number -> of(number, RecipientZones.of(number)))
                .orElseGet(() -> new Recipient(
                        address,
                        SHORT_CODE.matcher(address).matches() ? Kind.SHORT_CODE : Kind.NONE,
                        NO_COUNTRY,
                        Place.UNKNOWN));
    }

    /** @param place where the person is, as is best known */
    public static Recipient of(PhoneNumber number, Place place) {
        // Our own table first: new overlays reach it before they reach the library.
        String country =
                AreaCodes.shipped().of(number).map(AreaCodes.Area::country).orElseGet(number::region);
        return new Recipient(number.e164(), kind(number), country, place);
    }

    private static Kind kind(PhoneNumber number) {
        if (AreaCodes.shipped().isPremium(number) || number.isCostly()) {
            return Kind.PREMIUM;
        }
        return AreaCodes.shipped().isTollFree(number) ? Kind.TOLL_FREE : Kind.ORDINARY;
    }
}

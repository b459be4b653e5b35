package io.cloudpbx.dialing.help;

import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.dialing.flow.HelpLine;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the number that whoever is called for help sees. */
@Component
class HelpLines {
    private final Numbers numbers;

    HelpLines(Numbers numbers) {
        this.numbers = numbers;
    }

    /** @param wished null when nobody has chosen one */
    Optional<HelpLine> of(Extension whose, @Nullable String wished) {
        var chosen = Optional.ofNullable(wished).flatMap(PhoneNumber::written).flatMap(numbers::holding);
        var direct = Optional.ofNullable(whose.numberId()).flatMap(numbers::find);
        List<HelpLine> ours = Stream.of(
                        chosen.stream(), direct.stream(), numbers.main().stream(), numbers.held().stream())
                .flatMap(found -> found)
                .flatMap(HelpLines::line)
                .toList();
        return HelpLine.of(ours);
    }

    private static Stream<HelpLine> line(OwnNumber number) {
        return number.number() == null || number.carrierId() == null
                ? Stream.empty()
                : Stream.of(new HelpLine(number.number(), number.emergencyAddress() == EmergencyAddress.REGISTERED));
    }
}

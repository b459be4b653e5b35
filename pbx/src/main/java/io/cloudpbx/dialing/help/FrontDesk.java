package io.cloudpbx.dialing.help;

import io.cloudpbx.access.Colleagues;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose phones are told when somebody calls for help: the operator's, and those of who runs the company. */
@Component
class FrontDesk {
    private final Extensions extensions;
    private final Colleagues colleagues;
    private final Settings settings;

    FrontDesk(Extensions extensions, Colleagues colleagues, Settings settings) {
        this.extensions = extensions;
        this.colleagues = colleagues;
        this.settings = settings;
    }

    record Told(String name, PhoneNumber phone) {}

    List<Told> all() {
        Set<String> running = colleagues.all().stream()
                .filter(person -> person.role().covers(Role.ADMIN))
                .map(SignedIn::email)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String operator = settings.current().operatorExtension();
        return extensions.active().stream()
                .filter(extension -> extension.ext().equals(operator)
                        || running.contains(extension.email().toLowerCase(Locale.ROOT)))
                .flatMap(FrontDesk::told)
                .toList();
    }

    private static Stream<Told> told(Extension extension) {
        return Optional.ofNullable(extension.forwardTo()).map(phone -> new Told(extension.name(), phone)).stream();
    }

    /** Whoever called knows. One phone is told once, whosever it is. */
    List<Told> without(PhoneNumber caller) {
        return all().stream()
                .filter(told -> !told.phone().equals(caller))
                .collect(Collectors.toMap(Told::phone, told -> told, (first, second) -> first))
                .values()
                .stream()
                .toList();
    }
}

package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Dialled;
import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.flow.Targets;
import io.cloudpbx.calls.store.StreamRows;
import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads what a decision may know. */
@Component
public class SituationLoader {
    private final Numbers numbers;
    private final Extensions extensions;
    private final Aliases aliases;
    private final StreamRows streams;
    private final Clock clock;

    SituationLoader(Numbers numbers, Extensions extensions, Aliases aliases, StreamRows streams, Clock clock) {
        this.numbers = numbers;
        this.extensions = extensions;
        this.aliases = aliases;
        this.streams = streams;
        this.clock = clock;
    }

    public CallSituation load(Call call, CompanySettings settings) {
        var lasted = Duration.between(call.startedAt(), clock.instant());
        return situation(dialled(call.to()), settings, lasted, listening(call));
    }

    private CallSituation situation(Dialled dialled, CompanySettings settings, Duration lasted, Listening listening) {
        Map<String, Callee> directory = extensions.active().stream()
                .map(SituationLoader::callee)
                .collect(Collectors.toMap(Callee::ext, Function.identity()));
        var operator = Optional.ofNullable(settings.operatorExtension()).map(directory::get);
        return new CallSituation(dialled, directory, operator, lasted, listening);
    }

    /** As a call to the main number would find it that begins now. */
    public CallSituation now(CompanySettings settings) {
        return situation(new Dialled.Main(), settings, Duration.ZERO, Listening.TURNS);
    }

    /** Whom a mind can want, with what callers were found to call them. */
    public Directory directory(CallSituation situation) {
        return Targets.directory(situation, aliases.inUse());
    }

    private Listening listening(Call call) {
        boolean wanted = Optional.ofNullable(call.to())
                .flatMap(numbers::holding)
                .filter(number -> number.listening() == OwnNumber.Listening.STREAM)
                .isPresent();
        if (!wanted) {
            return Listening.TURNS;
        }
        var endings = streams.endingsIn(call.id());
        return Listening.of(true, endings.broke(), endings.impossible());
    }

    /** A number of ours whose extension is gone answers like the main one, so that its callers are not lost. */
    private Dialled dialled(@Nullable PhoneNumber called) {
        return Optional.ofNullable(called)
                .flatMap(numbers::holding)
                .map(ours -> extensions
                        .reachedBy(ours)
                        .<Dialled>map(extension -> new Dialled.Direct(callee(extension)))
                        .orElseGet(Dialled.Main::new))
                .orElseGet(Dialled.Unknown::new);
    }

    private static Callee callee(Extension extension) {
        return new Callee(
                extension.id(),
                extension.ext(),
                extension.name(),
                extension.department(),
                extension.soundsLike(),
                extension.forwardTo());
    }
}

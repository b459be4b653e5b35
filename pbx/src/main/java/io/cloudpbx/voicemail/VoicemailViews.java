package io.cloudpbx.voicemail;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.VoicemailView.Caller;
import io.cloudpbx.voicemail.store.VoicemailRows;
import io.cloudpbx.voicemail.store.VoicemailRows.Selection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about voicemails. */
@Component
public class VoicemailViews {
    private final VoicemailRows rows;
    private final Extensions extensions;
    private final Contacts contacts;
    private final Clock clock;

    VoicemailViews(VoicemailRows rows, Extensions extensions, Contacts contacts, Clock clock) {
        this.rows = rows;
        this.extensions = extensions;
        this.contacts = contacts;
        this.clock = clock;
    }

    public List<VoicemailView> newest(Selection selection, int limit) {
        Map<UUID, Extension> owners =
                extensions.all().stream().collect(Collectors.toMap(Extension::id, Function.identity()));
        List<Voicemail> found = rows.newest(selection, limit);
        Function<Voicemail, Caller> callers = callersOf(found);
        return found.stream()
                .map(voicemail -> VoicemailView.of(
                        voicemail,
                        Optional.ofNullable(voicemail.extensionId()).map(owners::get),
                        callers.apply(voicemail),
                        clock.instant()))
                .toList();
    }

    /** The newest that nobody has heard. */
    public List<VoicemailView> unheard(int limit) {
        return newest(new Selection(null, true, false, null, null), limit);
    }

    public VoicemailView show(Voicemail voicemail) {
        var owner = Optional.ofNullable(voicemail.extensionId()).flatMap(extensions::find);
        Caller caller = callersOf(List.of(voicemail)).apply(voicemail);
        return VoicemailView.of(voicemail, owner, caller, clock.instant());
    }

    private Function<Voicemail, Caller> callersOf(List<Voicemail> voicemails) {
        Set<PhoneNumber> numbers = voicemails.stream()
                .flatMap(voicemail -> Optional.ofNullable(voicemail.from()).stream())
                .collect(Collectors.toSet());
        Map<PhoneNumber, UUID> ids = contacts.idsOf(numbers);
        Map<PhoneNumber, String> names = contacts.names(numbers);
        return voicemail -> {
            var from = Optional.ofNullable(voicemail.from());
            return new Caller(
                    from.map(ids::get).orElse(null), from.map(names::get).orElse(null));
        };
    }
}

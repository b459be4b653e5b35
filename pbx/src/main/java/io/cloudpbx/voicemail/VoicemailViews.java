package io.cloudpbx.voicemail;

import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.voicemail.store.VoicemailRows;
import io.cloudpbx.voicemail.store.VoicemailRows.Selection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about voicemails. */
@Component
public class VoicemailViews {
    private final VoicemailRows rows;
    private final Extensions extensions;
    private final Clock clock;

    VoicemailViews(VoicemailRows rows, Extensions extensions, Clock clock) {
        this.rows = rows;
        this.extensions = extensions;
        this.clock = clock;
    }

    public List<VoicemailView> newest(Selection selection, int limit) {
        Map<UUID, Extension> owners =
                extensions.all().stream().collect(Collectors.toMap(Extension::id, Function.identity()));
        return rows.newest(selection, limit).stream()
                .map(voicemail -> VoicemailView.of(
                        voicemail, Optional.ofNullable(voicemail.extensionId()).map(owners::get), clock.instant()))
                .toList();
    }

    /** The newest that nobody has heard. */
    public List<VoicemailView> unheard(int limit) {
        return newest(new Selection(null, true, null, null), limit);
    }

    public VoicemailView show(Voicemail voicemail) {
        var owner = Optional.ofNullable(voicemail.extensionId()).flatMap(extensions::find);
        return VoicemailView.of(voicemail, owner, clock.instant());
    }
}

package io.cloudpbx.voicemail;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.SearchText;
import io.cloudpbx.listing.WordQuery;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.store.VoicemailRows.Sought;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds messages by who left them, by their number, and by what they said. */
@Component
public class VoicemailSearch {
    private static final int MOST_PEOPLE = 200;

    private final Contacts contacts;

    VoicemailSearch(Contacts contacts) {
        this.contacts = contacts;
    }

    /** What to look for; null when nothing is looked for. */
    public @Nullable Sought sought(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<PhoneNumber> callers = contacts.byIds(contacts.matching(text, MOST_PEOPLE)).values().stream()
                .flatMap(contact -> contact.numbers().stream())
                .toList();
        return new Sought(callers, SearchText.digits(text.strip()), WordQuery.prefixes(text));
    }
}

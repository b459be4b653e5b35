package io.cloudpbx.calls;

import io.cloudpbx.calls.store.TalkSettingsRow;
import io.cloudpbx.knowledge.words.Language;
import org.springframework.stereotype.Service;

/** What callers are told of being recorded, and how long is kept what they said. */
@Service
public class Disclosures {
    private final TalkSettingsRow settings;

    Disclosures(TalkSettingsRow settings) {
        this.settings = settings;
    }

    /**
     * As it is now.
     *
     * @param conversationsRecorded whether conversations with the receptionist are
     * @param announcement what callers hear before one is
     * @param voicemailNotice what every mailbox's greeting ends with
     * @param wordsKeptDays after which what was said to the receptionist is deleted
     */
    public record Disclosure(
            boolean conversationsRecorded, String announcement, String voicemailNotice, int wordsKeptDays) {}

    public Disclosure current() {
        var chosen = settings.read();
        return new Disclosure(
                chosen.recordConversations(),
                Sentences.announcement(Language.ENGLISH),
                Announcements.recordingNotice(Language.ENGLISH).strip(),
                chosen.keepWordsDays());
    }
}

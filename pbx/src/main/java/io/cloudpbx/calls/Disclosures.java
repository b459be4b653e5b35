package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.Recording.Rule;
import io.cloudpbx.calls.store.RecordingSettingsRow;
import io.cloudpbx.calls.store.TalkSettingsRow;
import io.cloudpbx.knowledge.words.Language;
import org.springframework.stereotype.Service;

/** What callers are told of being recorded, and how long is kept what they said. */
@Service
public class Disclosures {
    private final TalkSettingsRow settings;
    private final RecordingSettingsRow recording;

    Disclosures(TalkSettingsRow settings, RecordingSettingsRow recording) {
        this.settings = settings;
        this.recording = recording;
    }

    /**
     * As it is now.
     *
     * @param conversationsRecorded whether conversations with the receptionist are
     * @param announcement what callers hear before one is
     * @param people which conversations of callers with people are recorded: {@code never}, {@code one_party_states} or {@code everywhere}
     * @param dialed which of those whom somebody calls, likewise
     * @param peopleAnnouncement what callers hear before one is
     * @param voicemailNotice what every mailbox's greeting ends with
     * @param wordsKeptDays after which what was said to the receptionist is deleted
     */
    public record Disclosure(
            boolean conversationsRecorded,
            String announcement,
            String people,
            String dialed,
            String peopleAnnouncement,
            String voicemailNotice,
            int wordsKeptDays) {
        private static final String NONE = Call.text(Rule.NEVER);

        /** Whether some conversations of people are, whoever began them. */
        public boolean peopleRecorded() {
            return !people.equals(NONE) || !dialed.equals(NONE);
        }
    }

    public Disclosure current() {
        var chosen = settings.read();
        var ofPeople = recording.read();
        return new Disclosure(
                chosen.recordConversations(),
                Sentences.announcement(Language.ENGLISH),
                Call.text(ofPeople.incoming()),
                Call.text(ofPeople.outgoing()),
                Announcements.recordedCall(Language.ENGLISH),
                Announcements.recordingNotice(Language.ENGLISH).strip(),
                chosen.keepWordsDays());
    }
}

package io.cloudpbx.answering;

import io.cloudpbx.answering.store.AnswerRows;
import io.cloudpbx.assistant.Answer;
import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import io.cloudpbx.assistant.Drafted;
import io.cloudpbx.assistant.Mind;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Drafts;
import io.cloudpbx.messaging.Drafts.Question;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.TextArrived;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Answers the newest text of a conversation. There is one run at a time per conversation; whoever writes again while it runs has
 * it run once more, and what was drafted before is dropped, as it answers less than what was asked.
 */
@Component
class AnswerTexts implements Job {
    static final String KIND = "answering.text";

    /** People write in bursts; the last of them is answered, with all that stands before it. */
    private static final Duration LET_THEM_FINISH = Duration.ofMillis(1_500);

    private static final Duration INTRODUCED_FOR = Duration.ofHours(24);

    private final Drafts drafts;
    private final Mind mind;
    private final Knowledge knowledge;
    private final Settings settings;
    private final AnswerRows answers;
    private final Jobs jobs;
    private final Clock clock;

    AnswerTexts(
            Drafts drafts,
            Mind mind,
            Knowledge knowledge,
            Settings settings,
            AnswerRows answers,
            Jobs jobs,
            Clock clock) {
        this.drafts = drafts;
        this.mind = mind;
        this.knowledge = knowledge;
        this.settings = settings;
        this.answers = answers;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(TextArrived arrived) {
        if (arrived.meaning() == Meaning.AI || arrived.meaning() == Meaning.HUMAN) {
            jobs.schedule(
                    KIND, arrived.conversationId().toString(), clock.instant().plus(LET_THEM_FINISH));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        drafts.question(UUID.fromString(key)).ifPresent(this::answer);
        return new Outcome.Done();
    }

    private void answer(Question question) {
        drafts.begun(question);
        Drafted drafted = mind.draft(conversation(question));
        act(question, drafted.answer());
        if (drafted.overBudget() != null) {
            drafts.tellOfBudget(question, "The assistant answers without Claude. " + drafted.overBudget());
        }
        answers.keep(question.text().id(), drafted, clock.instant());
    }

    private void act(Question question, Answer answer) {
        switch (answer) {
            case Answer.Reply reply -> {
                drafts.answer(question, reply.text());
                if (reply.alsoTellPerson()) {
                    drafts.callPerson(question, "Something is left for a person to see to.");
                }
            }
            case Answer.HandToPerson hand -> {
                if (!hand.textToThem().isBlank()) {
                    drafts.answer(question, hand.textToThem());
                }
                drafts.callPerson(question, hand.reasonForStaff());
            }
            case Answer.OptOut(var quote) -> drafts.optOut(question, quote);
            case Answer.Silence silence -> {}
        }
    }

    private Conversation conversation(Question question) {
        var company = settings.current();
        Instant now = clock.instant();
        var turns = turns(question);
        boolean introduced = turns.stream()
                .anyMatch(turn -> turn.who() == Who.ASSISTANT && turn.at().isAfter(now.minus(INTRODUCED_FOR)));
        return new Conversation(
                new Asker.Texter(question.text().theirs()),
                company.businessName(),
                now,
                company.timeZone(),
                turns,
                null,
                introduced,
                knowledge.sheet());
    }

    /** What campaigns said before it stands among them: people answer to that, too. What came since is no answer to them. */
    static List<Turn> turns(Question question) {
        var texts = question.recent().stream().map(AnswerTexts::turn);
        var campaigned = question.campaigned().stream()
                .filter(line -> line.at().isBefore(question.text().createdAt()))
                .map(line -> new Turn(Who.PERSON, line.body(), line.at()));
        return Stream.concat(campaigned, texts)
                .sorted(Comparator.comparing(Turn::at))
                .toList();
    }

    private static Turn turn(Text text) {
        return new Turn(who(text.author().kind()), text.body(), text.createdAt());
    }

    /** What nobody in particular wrote, such as a confirmation, is the business's own word. */
    private static Who who(Author.Kind author) {
        return switch (author) {
            case THEM -> Who.THEM;
            case ASSISTANT -> Who.ASSISTANT;
            case PERSON, SYSTEM -> Who.PERSON;
        };
    }
}

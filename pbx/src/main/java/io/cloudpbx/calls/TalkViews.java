package io.cloudpbx.calls;

import io.cloudpbx.calls.store.TalkLists;
import io.cloudpbx.calls.store.TalkLists.Selection;
import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.Talked;
import io.cloudpbx.calls.talk.TurnView;
import io.cloudpbx.calls.taping.TapeView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about conversations with the receptionist. */
@Component
public class TalkViews {
    private final TalkLists lists;
    private final TurnRows turns;
    private final TapeRows tapes;
    private final CallViews calls;

    TalkViews(TalkLists lists, TurnRows turns, TapeRows tapes, CallViews calls) {
        this.lists = lists;
        this.turns = turns;
        this.tapes = tapes;
        this.calls = calls;
    }

    /**
     * A conversation as the API shows it; see {@link Talked}.
     *
     * @param id the call's
     * @param story each turn; only there when one conversation was asked for, as are the {@code recordings}
     * @param recordings its parts as sound, oldest first; none where it was not recorded
     */
    public record TalkView(
            UUID id,
            CallView call,
            String words,
            int turns,
            int misunderstood,
            boolean emergency,
            boolean fellBack,
            List<String> minds,
            BigDecimal dollars,
            int unpriced,
            @Nullable List<TurnView> story,
            @Nullable List<TapeView> recordings) {}

    public List<TalkView> newest(Selection selection, int limit) {
        var found = lists.newest(selection, limit);
        var shown = calls.show(found.stream().map(Talked::call).toList());
        return IntStream.range(0, found.size())
                .mapToObj(index -> view(found.get(index), shown.get(index), null, null))
                .toList();
    }

    /** Empty for a call that did not come to the receptionist. */
    public Optional<TalkView> find(UUID callId) {
        return lists.find(callId)
                .map(talked -> view(
                        talked,
                        calls.show(List.of(talked.call())).getFirst(),
                        turns.of(callId),
                        TapeView.ofReceptionist(tapes.of(callId))));
    }

    private static TalkView view(
            Talked talked, CallView call, @Nullable List<TurnView> story, @Nullable List<TapeView> recordings) {
        return new TalkView(
                call.id(),
                call,
                talked.words(),
                talked.turns(),
                talked.misunderstood(),
                talked.emergency(),
                talked.fellBack(),
                talked.minds(),
                talked.dollars(),
                talked.unpriced(),
                story,
                recordings);
    }
}

package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.OptOutWords.Wish;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.state.TollFree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wants no more texts from whom ({@code twilio.md} section 16, {@code compliance.md} section 2). A number of a
 * service's pool is blocked with all of its pool; a toll-free number is blocked by its network, and alone.
 */
public final class OptOuts {
    private final CarrierState state;
    private final Table<Block> blocks;
    private final Table<AdvancedOptOut> advanced;

    OptOuts(CarrierState state) {
        this.state = state;
        this.blocks = state.table("opt-out", Block.class);
        this.advanced = state.table("advanced-opt-out", AdvancedOptOut.class);
    }

    /**
     * One person's wish.
     *
     * @param scope a number, or the SID of a messaging service
     */
    public record Block(String scope, String recipient, Instant since) {
        private String key() {
            return scope + " " + recipient;
        }
    }

    /**
     * What a text has come to mean.
     *
     * @param reply what the carrier answers; null when it does not
     */
    record Understood(Wish wish, @Nullable String reply) {}

    /** Acts upon a text to a customer's number; on disk with the next change that is awaited. */
    Optional<Understood> understand(String person, String number, String body, Instant at) {
        Optional<MessagingService> service = state.messagingServices().ofNumber(number);
        AdvancedOptOut lists = service.flatMap(one -> advanced.get(one.sid())).orElse(null);
        OptOutWords words = OptOutWords.of(number, lists);
        String scope = TollFree.is(number)
                ? number
                : service.map(MessagingService::sid).orElse(number);
        return words.wish(body).map(wish -> {
            Block block = new Block(scope, person, at);
            boolean blocked = blocks.get(block.key()).isPresent();
            boolean replies = act(wish, block, blocked) || words instanceof OptOutWords.Advanced;
            return new Understood(wish, replies ? words.reply(wish) : null);
        });
    }

    /** What the webhook says about a text under Advanced Opt-Out; nothing under any other handling. */
    Optional<String> type(String number, String body) {
        AdvancedOptOut lists = state.messagingServices()
                .ofNumber(number)
                .flatMap(service -> advanced.get(service.sid()))
                .orElse(null);
        OptOutWords words = OptOutWords.of(number, lists);
        return words instanceof OptOutWords.Advanced ? words.wish(body).map(Wish::name) : Optional.empty();
    }

    /** Returns whether the usual handling answers: once per change, and to whoever asks for help. */
    private boolean act(Wish wish, Block block, boolean blocked) {
        return switch (wish) {
            case STOP -> {
                blocks.note(block.key(), block);
                yield !blocked;
            }
            case START -> {
                if (blocked) {
                    blocks.noteRemoval(block.key());
                }
                yield blocked;
            }
            case HELP -> !(blocked && TollFree.is(block.scope()));
        };
    }

    /** Whether a text from this number to this person is refused with 21610. */
    boolean blocks(String number, String person) {
        return blocked(number, person)
                || state.messagingServices()
                        .ofNumber(number)
                        .filter(service -> blocked(service.sid(), person))
                        .isPresent();
    }

    /** Whether a person wants nothing from this number or service. */
    boolean blocked(String scope, String person) {
        return blocks.get(scope + " " + person).isPresent();
    }

    /** Oldest first. */
    public List<Block> all() {
        return blocks.all();
    }

    public void setUp(String serviceSid, AdvancedOptOut lists) {
        advanced.put(serviceSid, lists);
    }

    public void giveUp(String serviceSid) {
        advanced.remove(serviceSid);
    }

    public Optional<AdvancedOptOut> of(String serviceSid) {
        return advanced.get(serviceSid);
    }
}

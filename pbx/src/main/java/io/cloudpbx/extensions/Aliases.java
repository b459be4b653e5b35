package io.cloudpbx.extensions;

import io.cloudpbx.extensions.store.AliasRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What callers call people who are called otherwise, learned from their own answers ({@code ai-receptionist.md} section 8). Here it
 * is kept and counted; what may be learned at all is for the receptionist to say.
 */
@Service
public class Aliases {
    /** For an extension: the best confirmed stay. */
    static final int MOST = 12;

    private final AliasRows rows;
    private final Clock clock;

    Aliases(AliasRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** An alias as people see it. */
    public record Shown(Alias alias, Alias.Standing standing) {}

    /** By extension, the words that connect a caller without a question. */
    public Map<UUID, List<String>> inUse() {
        return Alias.inUse(rows.all());
    }

    /** All of an extension that nobody took off, best confirmed first. */
    public List<Shown> of(UUID extensionId) {
        var all = rows.all();
        return all.stream()
                .filter(alias -> alias.extensionId().equals(extensionId))
                .map(alias -> new Shown(alias, alias.standing(all)))
                .toList();
    }

    /** Counts a confirmation, once for a call. What a person took off is not learned again. */
    @Transactional
    public void confirm(AliasConfirmed confirmed) {
        if (confirmed.asked()) {
            rows.add(UUID.randomUUID(), confirmed.extensionId(), confirmed.words());
        }
        rows.confirm(confirmed);
        rows.keepBest(confirmed.extensionId(), MOST);
    }

    /** They called again and reached this one: what they confirmed for others in the meantime was a mistake. */
    @Transactional
    public void cameBack(PhoneNumber caller, UUID reached, Instant since) {
        rows.withdraw(caller, reached, since);
    }

    /** @throws Problem {@code alias_not_found} */
    @Transactional
    public void dismiss(UUID extensionId, UUID id) {
        require(rows.dismiss(extensionId, id, clock.instant()));
    }

    /** Takes a dismissal back. @throws Problem {@code alias_not_found} when too much time has passed since */
    @Transactional
    public void restore(UUID extensionId, UUID id) {
        require(rows.restore(extensionId, id));
    }

    private static void require(boolean found) {
        if (!found) {
            throw Problem.notFound("alias_not_found", "There is no such name that callers use.");
        }
    }

    /** These are words of callers, which are not kept for ever (C38). */
    @Transactional
    public int forgetBefore(Instant before) {
        return rows.forgetBefore(before);
    }

    /** Of whoever is to be forgotten (C39). */
    @Transactional
    public void forgetCallers(Collection<PhoneNumber> numbers) {
        rows.forgetCallers(numbers);
    }
}

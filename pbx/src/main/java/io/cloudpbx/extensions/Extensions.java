package io.cloudpbx.extensions;

import io.cloudpbx.extensions.store.ExtensionRows;
import io.cloudpbx.numbers.NumberChanged;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory: adds, changes and deactivates extensions. */
@Service
public class Extensions {
    private final ExtensionRows rows;
    private final Numbers numbers;
    private final Settings settings;
    private final OperatorSeat operator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Extensions(
            ExtensionRows rows,
            Numbers numbers,
            Settings settings,
            OperatorSeat operator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.settings = settings;
        this.operator = operator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds an extension and wishes for its direct number, both or neither.
     *
     * @throws Problem {@code extension_taken} when somebody has it
     */
    @Transactional
    public UUID add(ExtensionDetails details, @Nullable String areaCode) {
        requireCallable(details.forwardTo());
        UUID id = UUID.randomUUID();
        UUID numberId = numbers.wish(areaCode, details.name() + " · " + details.ext());
        try {
            rows.insert(id, details, numberId);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("extension_taken", "ext", "Extension " + details.ext() + " is already taken.");
        }
        events.publishEvent(new ExtensionChanged(id));
        return id;
    }

    /**
     * Changes an extension if nobody else did since {@code version}. An operator who is renumbered stays the operator.
     *
     * @throws Problem {@code extension_not_found}, {@code extension_changed} or {@code extension_taken}
     */
    @Transactional
    public void change(UUID id, ExtensionDetails details, long version) {
        operator.hold();
        var before = require(id);
        requireCallable(details.forwardTo());
        try {
            if (!rows.update(id, details, version)) {
                throw Problem.conflict(
                        "extension_changed", "Somebody else changed this extension. Look at it again before saving.");
            }
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("extension_taken", "ext", "Extension " + details.ext() + " is already taken.");
        }
        operator.moved(before.ext(), details.ext());
        events.publishEvent(new ExtensionChanged(id));
    }

    /**
     * Takes an extension out of service, for good; its number is kept or given back.
     *
     * @throws Problem {@code operator_successor_needed} when it is the operator and nothing is said about who is next
     */
    @Transactional
    public void deactivate(UUID id, boolean releaseNumber, Successor successor) {
        operator.hold();
        var extension = require(id);
        rows.deactivate(id);
        operator.left(extension, successor);
        if (releaseNumber && extension.numberId() != null) {
            numbers.release(extension.numberId());
        }
        events.publishEvent(new ExtensionChanged(id));
    }

    /**
     * Keeps an extension from being rung. What else is known of it stays as it is: whoever edits it meanwhile is not in anybody's way.
     *
     * @param until null for until somebody says otherwise
     * @throws Problem {@code invalid_fields} for an end that is over
     */
    @Transactional
    public void quiet(UUID id, @Nullable Instant until) {
        require(id);
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw Problem.invalid("until", "in_the_past", "is over already");
        }
        rows.quiet(id, new Quiet(now, until));
        events.publishEvent(new ExtensionChanged(id));
    }

    /** Has an extension rung again. */
    @Transactional
    public void endQuiet(UUID id) {
        require(id);
        rows.endQuiet(id);
        events.publishEvent(new ExtensionChanged(id));
    }

    /** Starts the search for a direct number again after it failed. */
    @Transactional
    public void tryNumberAgain(UUID id, @Nullable String areaCode) {
        var extension = require(id);
        if (extension.numberId() != null) {
            numbers.tryAgain(extension.numberId(), areaCode);
        }
    }

    /** Forwarding to a number of ours would send the call back to us, round and round; and not every other may be called (T4). */
    private void requireCallable(@Nullable PhoneNumber forwardTo) {
        if (forwardTo == null) {
            return;
        }
        if (numbers.holding(forwardTo).isPresent()) {
            throw Problem.invalid("forwardTo", "own_number", "is one of your own numbers; forward to an outside phone");
        }
        settings.current().destinations().against(forwardTo).ifPresent(bar -> {
            throw Problem.invalid("forwardTo", "destination_not_allowed", bar.words());
        });
    }

    /** An active extension. */
    public Extension require(UUID id) {
        return rows.find(id).filter(Extension::active).orElseThrow(() -> notFound());
    }

    private static Problem notFound() {
        return Problem.notFound("extension_not_found", "There is no such extension.");
    }

    public Optional<Extension> find(UUID id) {
        return rows.find(id);
    }

    /** Those of them that are there, by their ids. */
    public Map<UUID, Extension> findAll(Collection<UUID> ids) {
        return rows.findAll(ids).stream().collect(Collectors.toMap(Extension::id, Function.identity()));
    }

    /** The active extension with these three digits. */
    public Optional<Extension> byExt(String ext) {
        return rows.byExt(ext);
    }

    /** The active extension of whoever has this e-mail address. */
    public Optional<Extension> of(String email) {
        return rows.active().stream()
                .filter(extension -> !extension.email().isBlank())
                .filter(extension -> extension.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /** All active extensions in order; there are at most 99. */
    public List<Extension> active() {
        return rows.active();
    }

    public List<Extension> all() {
        return rows.all();
    }

    /** The active extension whose direct number this is. */
    public Optional<Extension> reachedBy(OwnNumber number) {
        return rows.byNumber(number.id());
    }

    @EventListener
    void on(NumberChanged change) {
        rows.byNumber(change.numberId())
                .ifPresent(extension -> events.publishEvent(new ExtensionChanged(extension.id())));
    }
}

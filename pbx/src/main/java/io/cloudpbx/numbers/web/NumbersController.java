package io.cloudpbx.numbers.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Page;
import io.cloudpbx.numbers.DailyCap;
import io.cloudpbx.numbers.KeptNumbers;
import io.cloudpbx.numbers.NumberOffers;
import io.cloudpbx.numbers.NumberView;
import io.cloudpbx.numbers.NumberViews;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber.Listening;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.repeats.AskedOnce;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/numbers}. */
@RestController
@RequestMapping("/api/numbers")
class NumbersController {
    private final Numbers numbers;
    private final NumberOffers offers;
    private final KeptNumbers kept;
    private final NumberViews views;
    private final AskedOnce once;

    NumbersController(Numbers numbers, NumberOffers offers, KeptNumbers kept, NumberViews views, AskedOnce once) {
        this.numbers = numbers;
        this.offers = offers;
        this.kept = kept;
        this.views = views;
        this.once = once;
    }

    @GetMapping
    Page<NumberView> list() {
        return Page.whole(views.held());
    }

    @GetMapping("/{id}")
    NumberView one(@PathVariable UUID id) {
        return views.find(id).orElseThrow(() -> Problem.notFound("number_not_found", "There is no such number."));
    }

    /**
     * @param name what people call it
     * @param areaCode where it is to be; empty for anywhere
     */
    record Wanted(
            @NotBlank @Size(max = 50) String name,

            @Nullable @Pattern(regexp = "|[2-9]\\d{2}", message = "must be a three-digit area code, such as 415")
            String areaCode) {}

    /** Gets a number for no extension; the answer shows how far that is. */
    @PostMapping
    ResponseEntity<NumberView> get(
            @RequestHeader(name = AskedOnce.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Wanted wanted,
            SignedIn who) {
        UUID id = once.before(key, who, wanted, UUID.class).orElseGet(() -> wished(key, wanted, who));
        return ResponseEntity.created(URI.create("/api/numbers/" + id)).body(one(id));
    }

    /** What is for sale is asked first, outside of any transaction. */
    private UUID wished(@Nullable String key, Wanted wanted, SignedIn who) {
        String areaCode = offered(wanted.areaCode());
        return once.of(
                key,
                who,
                wanted,
                UUID.class,
                () -> numbers.wishForCompany(areaCode, wanted.name().strip()));
    }

    private @Nullable String offered(@Nullable String areaCode) {
        if (areaCode == null || areaCode.isEmpty()) {
            return null;
        }
        offers.require(areaCode);
        return areaCode;
    }

    record TryAgain(
            @Nullable @Pattern(regexp = "|[2-9]\\d{2}", message = "must be a three-digit area code")
            String areaCode) {}

    /** Looks again for one that was wished for in vain, perhaps elsewhere. */
    @PostMapping("/{id}/provision")
    ResponseEntity<NumberView> provision(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable TryAgain again) {
        one(id);
        numbers.tryAgain(id, again == null ? null : offered(again.areaCode()));
        return ResponseEntity.accepted().body(one(id));
    }

    /** Gives a wish up of which no number came. */
    @DeleteMapping("/{id}")
    ResponseEntity<NumberView> giveUp(@PathVariable UUID id) {
        kept.giveUp(id);
        return ResponseEntity.accepted().body(one(id));
    }

    record Name(@NotBlank @Size(max = 50) String name) {}

    /** Calls it something else, here and at the carrier. */
    @PutMapping("/{id}/name")
    NumberView rename(@PathVariable UUID id, @Valid @RequestBody Name wanted) {
        kept.rename(id, wanted.name().strip());
        return one(id);
    }

    /** Asks the carrier about all of them; what it says is told as news of the numbers. */
    @PostMapping("/registrations/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void check() {
        numbers.askRegistrations();
    }

    /** Looks whether the carrier has it and sends its calls and texts here; the answer shows how far that is. */
    @PostMapping("/{id}/check")
    ResponseEntity<NumberView> check(@PathVariable UUID id) {
        numbers.check(id);
        return ResponseEntity.accepted().body(one(id));
    }

    /** @param listening {@code turns} or {@code stream} */
    record Receptionist(
            @NotNull @Pattern(regexp = "turns|stream") String listening) {}

    /** How the receptionist listens to who calls this number, from the next time on that it does. */
    @PutMapping("/{id}/receptionist")
    NumberView receptionist(@PathVariable UUID id, @Valid @RequestBody Receptionist wanted) {
        numbers.listen(id, Listening.valueOf(wanted.listening().toUpperCase(Locale.ROOT)));
        return one(id);
    }

    /** @param choice {@code usual}, {@code own} or {@code none}; @param segments with {@code own} */
    record Daily(
            @NotNull @Pattern(regexp = "usual|own|none") String choice,
            @Nullable Integer segments) {
        DailyCap cap() {
            return switch (choice) {
                case "none" -> new DailyCap.None();
                case "own" -> own();
                default -> new DailyCap.Usual();
            };
        }

        private DailyCap own() {
            if (segments == null || segments < DailyCap.LEAST || segments > DailyCap.MOST) {
                throw Problem.invalid(
                        "segments",
                        "out_of_range",
                        "must be a whole number from %,d to %,d".formatted(DailyCap.LEAST, DailyCap.MOST));
            }
            return new DailyCap.Own(segments);
        }
    }

    /** How many segments of campaigns this number sends a day, which ends at midnight Pacific time. */
    @PutMapping("/{id}/daily-cap")
    NumberView dailyCap(@PathVariable UUID id, @Valid @RequestBody Daily wanted) {
        numbers.dailyCap(id, wanted.cap());
        return one(id);
    }

    /** @param number the number itself, typed once more */
    record Release(@NotNull @Size(max = 40) String number) {}

    /** The carrier is asked afterwards, as often as it takes: the answer shows how far that is. */
    @PostMapping("/{id}/release")
    ResponseEntity<NumberView> release(@PathVariable UUID id, @Valid @RequestBody Release release) {
        kept.release(id, release.number());
        return ResponseEntity.accepted().body(one(id));
    }
}

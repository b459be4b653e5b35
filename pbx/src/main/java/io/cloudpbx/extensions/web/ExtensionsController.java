package io.cloudpbx.extensions.web;

import io.cloudpbx.extensions.ExtensionView;
import io.cloudpbx.extensions.ExtensionViews;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.extensions.Successor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.numbers.NumberOffers;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/extensions}. */
@RestController
@RequestMapping("/api/extensions")
class ExtensionsController {
    private final Extensions extensions;
    private final ExtensionViews views;
    private final NumberOffers offers;
    private final ProvisioningWait wait;

    ExtensionsController(Extensions extensions, ExtensionViews views, NumberOffers offers, ProvisioningWait wait) {
        this.extensions = extensions;
        this.views = views;
        this.offers = offers;
        this.wait = wait;
    }

    @GetMapping
    Page<ExtensionView> list(@RequestParam(defaultValue = "false") boolean includeInactive) {
        return Page.whole(includeInactive ? views.all() : views.active());
    }

    @GetMapping("/{id}")
    ExtensionView one(@PathVariable UUID id) {
        return views.find(id).orElseThrow(() -> Problem.notFound("extension_not_found", "There is no such extension."));
    }

    /** Waits a moment for the number, so that a quick carrier's answer is whole; a slow one's shows its progress. */
    @PostMapping
    ResponseEntity<ExtensionView> add(@Valid @RequestBody ExtensionBody body) {
        var details = body.details();
        refuseTaken(details.ext());
        Optional.ofNullable(body.wishedAreaCode()).ifPresent(offers::require);
        UUID id = extensions.add(details, body.wishedAreaCode());
        return ResponseEntity.created(URI.create("/api/extensions/" + id)).body(wait.forNumber(id));
    }

    private void refuseTaken(String ext) {
        extensions.byExt(ext).ifPresent(taken -> {
            throw Problem.conflict("extension_taken", "ext", "Extension " + ext + " is already taken.");
        });
    }

    @PutMapping("/{id}")
    ExtensionView change(@PathVariable UUID id, @Valid @RequestBody ExtensionBody body) {
        refuseMove(id, body.wishedAreaCode());
        // Without a version the client has not looked, and overwrites knowingly.
        long seen = body.version() == null ? extensions.require(id).version() : body.version();
        extensions.change(id, body.details(), seen);
        return one(id);
    }

    private void refuseMove(UUID id, @Nullable String areaCode) {
        extensions.require(id);
        var number = one(id).number();
        if (areaCode != null && number != null && !number.startsWith("+1" + areaCode)) {
            throw Problem.invalid("areaCode", "number_exists", "can't change while the extension has a number");
        }
    }

    record TryAgain(
            @Nullable @Pattern(regexp = "|[2-9]\\d{2}", message = "must be a three-digit area code")
            String areaCode) {}

    @PostMapping("/{id}/provision")
    ResponseEntity<ExtensionView> provision(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable TryAgain again) {
        String areaCode =
                again == null || again.areaCode() == null || again.areaCode().isEmpty() ? null : again.areaCode();
        Optional.ofNullable(areaCode).ifPresent(offers::require);
        extensions.tryNumberAgain(id, areaCode);
        return ResponseEntity.accepted().body(wait.forNumber(id));
    }

    @DeleteMapping("/{id}")
    Deactivated deactivate(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "keep") String number,
            @RequestParam(defaultValue = "") String operator) {
        boolean release = Optional.ofNullable(
                        Map.of("keep", false, "release", true).get(number))
                .orElseThrow(() -> Problem.invalid("number", "keep_or_release", "must be keep or release"));
        extensions.require(id);
        var before = one(id);
        extensions.deactivate(id, release || before.number() == null, successor(operator));
        return Deactivated.of(before, release);
    }

    private static Successor successor(String operator) {
        return switch (operator) {
            case "" -> new Successor.Unsaid();
            case "none" -> new Successor.Nobody();
            default -> new Successor.Ext(operator);
        };
    }
}

package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.store.ApiToken;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own API tokens: {@code /api/tokens}. */
@RestController
@RequestMapping("/api/tokens")
class TokensController {
    private static final int DAYS = 90;

    private final ApiTokens tokens;

    TokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    record Item(
            String id,
            String name,
            String prefix,
            String role,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static Item of(ApiToken token) {
            return new Item(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.role().word(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }
    }

    record Items(List<Item> items, @Nullable String next) {}

    @GetMapping
    Items list(SignedIn owner) {
        return new Items(tokens.of(owner).stream().map(Item::of).toList(), null);
    }

    record Wish(
            @NotBlank @Size(max = 100) String name,

            @Nullable @Pattern(regexp = RoleWords.ANY, message = RoleWords.MESSAGE)
            String role,

            @Nullable @Min(1) @Max(3650) Integer expiresInDays) {

        Role roleOr(Role own) {
            return role == null ? own : Role.ofWord(role);
        }

        Duration valid() {
            return Duration.ofDays(expiresInDays == null ? DAYS : expiresInDays);
        }
    }

    /** The only time that the token itself is told. */
    record Created(
            String id, String name, String prefix, String token, String role, Instant createdAt, Instant expiresAt) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@Valid @RequestBody Wish wish, SignedIn owner, HttpServletRequest request) {
        Role role = wish.roleOr(owner.role());
        if (!owner.role().covers(role)) {
            throw Problem.invalid("role", "beyond_own", "may not exceed your own");
        }
        var created = tokens.create(owner, wish.name().strip(), role, wish.valid(), request.getRemoteAddr());
        ApiToken token = created.token();
        return new Created(
                token.id(),
                token.name(),
                token.prefix(),
                created.text(),
                token.role().word(),
                token.createdAt(),
                token.expiresAt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, SignedIn owner, HttpServletRequest request) {
        if (!tokens.revoke(owner, id, request.getRemoteAddr())) {
            throw Problem.notFound("token_not_found", "There is no such token.");
        }
    }
}

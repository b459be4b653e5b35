package io.cloudpbx.claude.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.claude.Budget;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.Limits;
import io.cloudpbx.claude.Spending;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/claude}: what Claude may do, and what it has done. */
@RestController
@RequestMapping("/api/settings/claude")
class BudgetController {
    private final Budget budget;
    private final ClaudeSettings settings;
    private final AuditLog audit;

    BudgetController(Budget budget, ClaudeSettings settings, AuditLog audit) {
        this.audit = audit;
        this.budget = budget;
        this.settings = settings;
    }

    /**
     * What may be changed.
     *
     * @param textsPerNumber answers to texts, by number and day
     * @param callsPerNumber calls with Claude, by number and day
     * @param readPerCall tokens
     * @param writtenPerCall tokens
     */
    record Body(
            @NotNull @Min(0) @Max(1_000) Integer textsPerNumber,
            @NotNull @Min(0) @Max(1_000) Integer callsPerNumber,
            @NotNull @Min(0) @Max(10_000_000) Integer readPerCall,
            @NotNull @Min(0) @Max(1_000_000) Integer writtenPerCall,
            @NotNull @Min(0) @Max(1_000_000) Integer centsPerDay,
            @NotNull @Min(0) @Max(10_000_000) Integer centsPerMonth,
            long version) {

        static Body of(Limits limits) {
            return new Body(
                    limits.textsPerNumber(),
                    limits.callsPerNumber(),
                    limits.readPerCall(),
                    limits.writtenPerCall(),
                    limits.centsPerDay(),
                    limits.centsPerMonth(),
                    limits.version());
        }

        Limits toLimits() {
            return new Limits(
                    textsPerNumber, callsPerNumber, readPerCall, writtenPerCall, centsPerDay, centsPerMonth, version);
        }
    }

    /**
     * As it stands.
     *
     * @param key whether there is one; without it Claude is never asked
     * @param priced whether the model's price is known; without it money is not counted
     */
    record View(Body limits, Spending today, Spending month, String model, boolean key, boolean priced) {}

    @GetMapping
    View read() {
        return view(budget.limits());
    }

    @PutMapping
    View change(@Valid @RequestBody Body body, SignedIn who, HttpServletRequest request) {
        if (!who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden("admin_only", "Only an owner or an admin may change this.");
        }
        Limits changed = budget.change(body.toLimits());
        audit.record(who, request.getRemoteAddr(), "claude_limits_changed", "", changed.toString());
        return view(changed);
    }

    private View view(Limits limits) {
        return new View(
                Body.of(limits),
                budget.spentToday(),
                budget.spentThisMonth(),
                settings.model(),
                settings.hasKey(),
                settings.cost(settings.model(), Usage.NONE) != null);
    }
}

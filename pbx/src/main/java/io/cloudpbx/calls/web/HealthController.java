package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Readiness;
import io.cloudpbx.calls.Readiness.ByHeart;
import io.cloudpbx.calls.Readiness.Check;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /health}: 200 only when a call would be answered as decided. */
@RestController
class HealthController {
    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    /** @param withoutDatabase how calls are led while the database is away; null while it is there */
    record Health(
            String status,
            Map<String, Check> checks,
            @Nullable ByHeart withoutDatabase) {}

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        var checks = readiness.checks();
        boolean ready = checks.values().stream().allMatch(Check::passed);
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(
                        ready ? "UP" : "DOWN", checks, readiness.byHeart().orElse(null)));
    }
}

package io.cloudpbx.dashboard.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.database.Migrations;
import io.cloudpbx.problems.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/init-db}: applies what every start applies; safe to repeat. */
@RestController
class MaintenanceController {
    private final Migrations migrations;

    MaintenanceController(Migrations migrations) {
        this.migrations = migrations;
    }

    @PostMapping("/api/init-db")
    Migrations.Applied initialise(SignedIn who) {
        if (who.role() != Role.OWNER) {
            throw Problem.forbidden("owner_only", "Only an owner may do this.");
        }
        return migrations.apply();
    }
}

package io.cloudpbx.dashboard.web;

import io.cloudpbx.dashboard.Wallboard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/wallboard}. */
@RestController
class WallboardController {
    private final Wallboard wallboard;

    WallboardController(Wallboard wallboard) {
        this.wallboard = wallboard;
    }

    @GetMapping("/api/wallboard")
    Wallboard.Shown now() {
        return wallboard.now();
    }
}

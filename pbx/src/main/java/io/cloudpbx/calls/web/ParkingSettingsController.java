package io.cloudpbx.calls.web;

import io.cloudpbx.calls.store.ParkingSettingsRow;
import io.cloudpbx.calls.store.ParkingSettingsRow.Parking;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/parking}. */
@RestController
@RequestMapping("/api/settings/parking")
class ParkingSettingsController {
    private final ParkingSettingsRow row;

    ParkingSettingsController(ParkingSettingsRow row) {
        this.row = row;
    }

    /** @param minutes a caller stays parked before whoever parked them is rung */
    record Body(@NotNull @Min(1) @Max(30) Integer minutes, long version) {}

    @GetMapping
    Body read() {
        var parking = row.read();
        return new Body(parking.minutes(), parking.version());
    }

    @PutMapping
    Body change(@Valid @RequestBody Body body) {
        if (!row.replace(new Parking(body.minutes(), body.version()))) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        return read();
    }
}

package io.cloudpbx.numbers.web;

import static java.util.stream.Collectors.joining;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.numbers.Doctor;
import io.cloudpbx.numbers.Doctor.Repair;
import io.cloudpbx.numbers.ExaminationView;
import io.cloudpbx.numbers.flow.Diagnosis;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Our numbers beside what the carrier says of them. Each question is put to the carrier when it is asked. */
@RestController
class ExaminationController {
    private final Doctor doctor;
    private final AuditLog audit;
    private final Clock clock;

    ExaminationController(Doctor doctor, AuditLog audit, Clock clock) {
        this.doctor = doctor;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/numbers/examination")
    ExaminationView examination() {
        return ExaminationView.of(doctor.examine(), clock.instant());
    }

    /** Lines that begin with {@code ok}, {@code note} or {@code wrong}; registrations are asked for too. */
    @GetMapping(path = "/api/numbers/examination.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String lines() {
        return Diagnosis.of(doctor.examineAll()).stream()
                .map(line -> line + "\n")
                .collect(joining());
    }

    /** Sets one number right; what was right is left alone. */
    @PostMapping("/api/numbers/{id}/repair")
    ExaminationView repair(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        doctor.repair(id, repair -> record(repair, who, request));
        return examination();
    }

    /** Sets all numbers right that can be; one that the carrier refuses to set keeps no other from it. */
    @PostMapping("/api/numbers/repair")
    ExaminationView repairAll(SignedIn who, HttpServletRequest request) {
        doctor.repairAll(repair -> record(repair, who, request));
        return examination();
    }

    /** With what stood there before, so that it can be put back by hand. */
    private void record(Repair repair, SignedIn who, HttpServletRequest request) {
        String before = repair.before().stream()
                .map(each -> each.setting().words() + " was " + (each.there().isEmpty() ? "none" : each.there()))
                .collect(joining("; "));
        audit.record(
                who,
                request.getRemoteAddr(),
                "number_repaired",
                String.valueOf(repair.number().number()),
                before);
    }
}

package io.cloudpbx.compliance.web;

import io.cloudpbx.compliance.Compliance;
import io.cloudpbx.compliance.ComplianceView;
import io.cloudpbx.contacts.ConsentTally;
import io.cloudpbx.contacts.Consents;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/compliance}. */
@RestController
@RequestMapping("/api/settings/compliance")
class ComplianceController {
    private final Compliance compliance;
    private final Consents consents;

    ComplianceController(Compliance compliance, Consents consents) {
        this.compliance = compliance;
        this.consents = consents;
    }

    @GetMapping
    ComplianceView view() {
        return compliance.view();
    }

    /** By itself, as counting over many contacts takes a moment that nobody should wait for who wants the rest. */
    @GetMapping("/consent")
    ConsentTally consent() {
        return consents.tally();
    }
}

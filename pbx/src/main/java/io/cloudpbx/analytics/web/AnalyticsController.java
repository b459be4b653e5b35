package io.cloudpbx.analytics.web;

import io.cloudpbx.analytics.CallReport;
import io.cloudpbx.analytics.CallReports;
import io.cloudpbx.analytics.CostReport;
import io.cloudpbx.analytics.CostReports;
import io.cloudpbx.analytics.Periods;
import io.cloudpbx.analytics.Periods.Wanted;
import io.cloudpbx.analytics.TextReport;
import io.cloudpbx.analytics.TextReports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/analytics}: figures of the last days, {@code ?period=7d}, {@code 30d} or {@code 90d}, or of {@code ?from=&to=}. */
@RestController
@RequestMapping("/api/analytics")
class AnalyticsController {
    private final Periods periods;
    private final CallReports calls;
    private final TextReports texts;
    private final CostReports costs;

    AnalyticsController(Periods periods, CallReports calls, TextReports texts, CostReports costs) {
        this.periods = periods;
        this.calls = calls;
        this.texts = texts;
        this.costs = costs;
    }

    @GetMapping("/calls")
    CallReport calls(Wanted wanted) {
        return calls.about(periods.of(wanted));
    }

    @GetMapping("/sms")
    TextReport texts(Wanted wanted) {
        return texts.about(periods.of(wanted));
    }

    @GetMapping("/costs")
    CostReport costs(Wanted wanted) {
        return costs.about(periods.of(wanted));
    }
}

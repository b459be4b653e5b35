package io.cloudpbx.analytics.web;

import io.cloudpbx.analytics.CallReports;
import io.cloudpbx.analytics.CostReports;
import io.cloudpbx.analytics.Periods;
import io.cloudpbx.analytics.Periods.Wanted;
import io.cloudpbx.analytics.TextReports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same figures as files, a row each. */
@RestController
@RequestMapping("/api/analytics")
class FiguresFileController {
    private final Periods periods;
    private final CallReports calls;
    private final TextReports texts;
    private final CostReports costs;

    FiguresFileController(Periods periods, CallReports calls, TextReports texts, CostReports costs) {
        this.periods = periods;
        this.calls = calls;
        this.texts = texts;
        this.costs = costs;
    }

    @GetMapping("/calls.csv")
    void calls(Wanted wanted, HttpServletResponse response) throws IOException {
        Sheets.of(calls.about(periods.of(wanted))).write(response, "calls.csv");
    }

    @GetMapping("/sms.csv")
    void texts(Wanted wanted, HttpServletResponse response) throws IOException {
        Sheets.of(texts.about(periods.of(wanted))).write(response, "sms.csv");
    }

    @GetMapping("/costs.csv")
    void costs(Wanted wanted, HttpServletResponse response) throws IOException {
        Sheets.of(costs.about(periods.of(wanted))).write(response, "costs.csv");
    }
}

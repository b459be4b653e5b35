package io.cloudpbx.analytics.web;

import io.cloudpbx.analytics.CallCounts;
import io.cloudpbx.analytics.CallReport;
import io.cloudpbx.analytics.CostReport;
import io.cloudpbx.analytics.OutgoingCounts;
import io.cloudpbx.analytics.Range;
import io.cloudpbx.analytics.TextReport;
import io.cloudpbx.analytics.flow.Waits;

/** Every figure of the reports, written out. */
final class Sheets {
    private static final String NOW = "period";
    private static final String BEFORE = "before";

    private Sheets() {}

    static Sheet of(CallReport report) {
        var sheet = new Sheet();
        ranges(sheet, report.range(), report.previousRange());
        summary(sheet, NOW, report.summary());
        summary(sheet, BEFORE, report.previous());
        for (var day : report.days()) {
            String of = day.day().toString();
            sheet.add("day", of, "hours", day.hours()).add("day", of, "unfinished", day.unfinished());
            counts(sheet, "day", of, day.calls());
            outgoing(sheet, "outgoing of the day", of, day.outgoing());
        }
        for (var cell : report.heatMap()) {
            String of = cell.weekday() + " " + cell.hour();
            sheet.add("weekday and hour", of, "total", cell.total())
                    .add("weekday and hour", of, "answered", cell.answered())
                    .add("weekday and hour", of, "missed", cell.missed());
        }
        report.extensions().forEach(each -> counts(sheet, "extension", each.ext() + " " + each.name(), each.calls()));
        report.numbers().forEach(each -> counts(sheet, "number", each.display(), each.calls()));
        return sheet;
    }

    private static void summary(Sheet sheet, String of, CallReport.Summary summary) {
        counts(sheet, "calls", of, summary.calls());
        waits(sheet, "time to answer", of, summary.timeToAnswer());
        var reception = summary.receptionist();
        sheet.add("receptionist", of, "total", reception.total())
                .add("receptionist", of, "contained", reception.contained())
                .add("receptionist", of, "transferred", reception.transferred())
                .add("receptionist", of, "message", reception.message())
                .add("receptionist", of, "abandoned", reception.abandoned())
                .add("receptionist", of, "inProgress", reception.inProgress())
                .add("calls", of, "talkSeconds", summary.talkSeconds());
        outgoing(sheet, "outgoing", of, summary.outgoing().calls());
        sheet.add("outgoing", of, "talkSeconds", summary.outgoing().talkSeconds());
    }

    private static void outgoing(Sheet sheet, String part, String of, OutgoingCounts calls) {
        sheet.add(part, of, "total", calls.total())
                .add(part, of, "answered", calls.answered())
                .add(part, of, "unreached", calls.unreached())
                .add(part, of, "notTaken", calls.notTaken())
                .add(part, of, "failed", calls.failed())
                .add(part, of, "inProgress", calls.inProgress());
    }

    private static void counts(Sheet sheet, String part, String of, CallCounts calls) {
        sheet.add(part, of, "total", calls.total())
                .add(part, of, "answered", calls.answered())
                .add(part, of, "receptionist", calls.receptionist())
                .add(part, of, "voicemail", calls.voicemail())
                .add(part, of, "missed", calls.missed())
                .add(part, of, "abandoned", calls.abandoned())
                .add(part, of, "turnedAway", calls.turnedAway())
                .add(part, of, "inProgress", calls.inProgress());
    }

    private static void waits(Sheet sheet, String part, String of, Waits waits) {
        sheet.add(part, of, "count", waits.count())
                .add(part, of, "medianSeconds", waits.medianSeconds())
                .add(part, of, "ninetiethSeconds", waits.ninetiethSeconds());
    }

    private static void ranges(Sheet sheet, Range now, Range before) {
        range(sheet, NOW, now);
        range(sheet, BEFORE, before);
    }

    private static void range(Sheet sheet, String of, Range range) {
        sheet.add("range", of, "from", range.from())
                .add("range", of, "to", range.to())
                .add("range", of, "timeZone", range.timeZone())
                .add("range", of, "unfinished", range.unfinished())
                .add("range", of, "until", range.until());
    }

    static Sheet of(TextReport report) {
        var sheet = new Sheet();
        ranges(sheet, report.range(), report.previousRange());
        summary(sheet, NOW, report.summary());
        summary(sheet, BEFORE, report.previous());
        for (var day : report.days()) {
            String of = day.day().toString();
            sheet.add("day", of, "hours", day.hours())
                    .add("day", of, "unfinished", day.unfinished())
                    .add("day", of, "received", day.received());
            sent(sheet, "day", of, day.sent());
        }
        for (var campaign : report.campaigns()) {
            sheet.add("campaign", campaign.name(), "sent", campaign.sent());
            outcomes(sheet, "campaign", campaign.name(), campaign.outcomes());
            sheet.add("campaign", campaign.name(), "optedOut", campaign.optedOut())
                    .add("campaign", campaign.name(), "replied", campaign.replied())
                    .add("campaign", campaign.name(), "deliveredShare", campaign.deliveredShare())
                    .add("campaign", campaign.name(), "optedOutShare", campaign.optedOutShare());
        }
        return sheet;
    }

    private static void summary(Sheet sheet, String of, TextReport.Summary summary) {
        sheet.add("texts", of, "received", summary.received()).add("texts", of, "optOuts", summary.optOuts());
        sent(sheet, "texts", of, summary.sent());
        outcomes(sheet, "texts", of, summary.outcomes());
        var answers = summary.firstAnswers();
        waits(sheet, "first answer", of, answers.all());
        waits(sheet, "first answer by assistant", of, answers.byAssistant());
        waits(sheet, "first answer by person", of, answers.byPerson());
        sheet.add("first answer", of, "withoutPersonShare", answers.withoutPersonShare());
    }

    private static void sent(Sheet sheet, String part, String of, TextReport.Sent sent) {
        sheet.add(part, of, "sent", sent.total())
                .add(part, of, "assistant", sent.assistant())
                .add(part, of, "person", sent.person())
                .add(part, of, "campaign", sent.campaign())
                .add(part, of, "automatic", sent.automatic());
    }

    private static void outcomes(Sheet sheet, String part, String of, TextReport.Outcomes outcomes) {
        sheet.add(part, of, "delivered", outcomes.delivered())
                .add(part, of, "failed", outcomes.failed())
                .add(part, of, "unconfirmed", outcomes.unconfirmed());
    }

    static Sheet of(CostReport report) {
        var sheet = new Sheet();
        ranges(sheet, report.range(), report.previousRange());
        costs(sheet, NOW, report.costs());
        costs(sheet, BEFORE, report.previous());
        return sheet;
    }

    private static void costs(Sheet sheet, String of, CostReport.Costs costs) {
        sheet.add("calls", of, "talkSeconds", costs.calls().talkSeconds())
                .add("calls", of, "outgoingTalkSeconds", costs.calls().outgoingTalkSeconds())
                .add("calls", of, "dollars", costs.calls().dollars())
                .add("calls", of, "why", costs.calls().why())
                .add("texts", of, "segments", costs.texts().segments())
                .add("texts", of, "withMedia", costs.texts().withMedia())
                .add("texts", of, "aboutDollars", costs.texts().aboutDollars())
                .add("texts", of, "why", costs.texts().why())
                .add("claude", of, "questions", costs.claude().questions())
                .add("claude", of, "dollars", costs.claude().dollars())
                .add("claude", of, "dollarsForCalls", costs.claude().dollarsForCalls())
                .add("claude", of, "dollarsForTexts", costs.claude().dollarsForTexts())
                .add("claude", of, "unpriced", costs.claude().unpriced())
                .add("all", of, "knownDollars", costs.knownDollars());
    }
}

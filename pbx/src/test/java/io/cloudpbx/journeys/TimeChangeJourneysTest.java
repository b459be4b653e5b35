package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls at instants at which clocks are hard to read: what becomes of them is what was explained for that very instant, and what a person with
 * a calendar would say. Harbor Dental is in California, and Dana keeps the hours of New York.
 */
class TimeChangeJourneysTest {
    private static final String OPEN = "We are open right now";
    private static final String CLOSED = "We are closed right now";
    private static final String DANA_IS_OUT = "Dana has left for today";
    private static final String MAILBOX = "after the tone";

    private static TwoPrograms programs;
    private static Company company;
    private static int callers = 100;

    @BeforeAll
    static void hoursArePublished() {
        programs = TwoPrograms.forWhich(AnyTime.class);
        company = programs.company();
        new DraftedFlow(company).publish(plan());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    private static ObjectNode plan() {
        var plan = new DraftedFlow(company).version(0);
        plan.put("main", "doors");
        var nodes = (ObjectNode) plan.get("nodes");
        goodbye(nodes, "open", OPEN);
        goodbye(nodes, "closed", CLOSED);
        goodbye(nodes, "out", DANA_IS_OUT);
        parting(nodes, "doors", "office", "open");
        parting(nodes, "desk", "desk", "ext-101");
        parting(nodes, "late", "night", "open");
        parting(nodes, "early", "morning", "open");
        start(plan, "102", "desk");
        start(plan, "103", "late");
        start(plan, "104", "early");
        ((ObjectNode) plan.get("extensions"))
                .putObject("101")
                .put("hours", "dana")
                .put("closed", "out");
        hours(plan);
        return plan;
    }

    private static void goodbye(ObjectNode nodes, String key, String text) {
        nodes.putObject(key).put("type", "goodbye").put("text", text + ".");
    }

    private static void parting(ObjectNode nodes, String key, String hours, String open) {
        nodes.putObject(key)
                .put("type", "hours")
                .put("hours", hours)
                .put("open", open)
                .put("closed", "closed");
    }

    private static void start(ObjectNode plan, String ext, String start) {
        ((ObjectNode) plan.get("numbers")).putObject(direct(ext)).put("start", start);
    }

    private static void hours(ObjectNode plan) {
        var all = (ObjectNode) plan.get("hours");
        var office = schedule(all, "office", "America/Los_Angeles");
        open(office, "sunday", "01:30", "03:00");
        open(office, "thursday", "09:00", "00:00");
        open(office, "friday", "00:00", "17:00");
        ((ObjectNode) all.get("office"))
                .putArray("dates")
                .addObject()
                .put("date", "2026-12-25")
                .put("label", "Christmas")
                .putArray("hours");
        open(schedule(all, "desk", "America/Los_Angeles"), "monday", "09:00", "17:00");
        open(schedule(all, "dana", "America/New_York"), "monday", "09:00", "17:00");
        open(schedule(all, "night", "America/Los_Angeles"), "saturday", "22:00", "01:30");
        open(schedule(all, "morning", "America/Los_Angeles"), "sunday", "02:30", "04:00");
    }

    private static ObjectNode schedule(ObjectNode all, String name, String zone) {
        return all.putObject(name).put("zone", zone).putObject("week");
    }

    private static void open(ObjectNode week, String day, String opens, String closes) {
        week.putArray(day).addObject().put("opens", opens).put("closes", closes);
    }

    /** In the order of time, for a clock that goes back is another story. */
    @Test
    void what_a_caller_hears_is_what_was_explained_for_that_instant() {
        atTheEdgesOfTwoZones();
        atMidnightIntoAHoliday();
        onTheDayWithoutTwoOClock();
        onTheDayWithOneOClockTwice();
    }

    private void atTheEdgesOfTwoZones() {
        String desk = direct("102");
        hears(CLOSED, desk, "2026-12-07T16:59:00Z", "08:59 in California");
        hears(MAILBOX, desk, "2026-12-07T17:00:00Z", "09:00 in California, noon in New York");
        hears(MAILBOX, desk, "2026-12-07T21:59:00Z", "16:59 in New York");
        hears(DANA_IS_OUT, desk, "2026-12-07T22:00:00Z", "17:00 in New York");
        hears(DANA_IS_OUT, desk, "2026-12-08T00:59:00Z", "16:59 in California");
        hears(CLOSED, desk, "2026-12-08T01:00:00Z", "17:00 in California");
    }

    private void atMidnightIntoAHoliday() {
        hears(OPEN, Outside.MAIN_NUMBER, "2026-12-25T07:59:00Z", "a minute before midnight");
        hears(CLOSED, Outside.MAIN_NUMBER, "2026-12-25T08:01:00Z", "a minute into Christmas");
        hears(CLOSED, Outside.MAIN_NUMBER, "2026-12-26T00:59:00Z", "Christmas at 16:59");
        hears(OPEN, Outside.MAIN_NUMBER, "2027-01-01T08:01:00Z", "a minute into a Friday like others");
    }

    /** March 14, 2027: from 01:59 to 03:00 is a minute. */
    private void onTheDayWithoutTwoOClock() {
        hears(OPEN, direct("103"), "2027-03-14T09:29:00Z", "01:29");
        hears(CLOSED, direct("103"), "2027-03-14T09:30:00Z", "01:30");
        hears(OPEN, Outside.MAIN_NUMBER, "2027-03-14T09:59:00Z", "01:59");
        hears(CLOSED, Outside.MAIN_NUMBER, "2027-03-14T10:00:00Z", "03:00, a minute later");
        hears(CLOSED, direct("104"), "2027-03-14T10:29:00Z", "03:29, and there was no 02:30");
        hears(OPEN, direct("104"), "2027-03-14T10:30:00Z", "03:30, an hour and a half after 01:00");
        hears(CLOSED, direct("104"), "2027-03-14T11:00:00Z", "04:00");
    }

    /** November 7, 2027: what opens at 01:30 opens when it is so first, and what closes then closes when it is so first. */
    private void onTheDayWithOneOClockTwice() {
        hears(CLOSED, Outside.MAIN_NUMBER, "2027-11-07T08:29:00Z", "01:29 for the first time");
        hears(OPEN, direct("103"), "2027-11-07T08:29:00Z", "01:29 for the first time");
        hears(OPEN, Outside.MAIN_NUMBER, "2027-11-07T08:30:00Z", "01:30 for the first time");
        hears(CLOSED, direct("103"), "2027-11-07T08:30:00Z", "01:30 for the first time");
        hears(OPEN, Outside.MAIN_NUMBER, "2027-11-07T09:15:00Z", "01:15 for the second time");
        hears(CLOSED, direct("103"), "2027-11-07T09:15:00Z", "01:15 for the second time");
        hears(OPEN, Outside.MAIN_NUMBER, "2027-11-07T10:59:00Z", "02:59");
        hears(CLOSED, Outside.MAIN_NUMBER, "2027-11-07T11:00:00Z", "03:00");
    }

    private void hears(String words, String number, String at, String when) {
        String caller = "+1747555%04d".formatted(callers++);
        var explained = explained(caller, number, at);
        programs.bean(AnyTime.Still.class).standAt(Instant.parse(at));

        String sid = programs.outside().call(caller, number, "<Pause length='100'/>");

        await().until(() -> programs.outside().isOver(sid));
        assertThat(programs.outside().story(sid)).as(when).anyMatch(line -> line.contains(words));
        assertThat(told(caller)).as(when).startsWith(explained.toArray(String[]::new));
    }

    private static List<String> explained(String caller, String number, String at) {
        var answer = company.get(
                "/api/routing/explain?to=%s&from=%s&at=%s".formatted(inUrl(number), inUrl(caller), inUrl(at)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .get("steps")
                .valueStream()
                .map(step -> step.get("why").asString())
                // Who says nothing leaves no message.
                .takeWhile(why -> !why.equals("The message was recorded"))
                .toList();
    }

    /** The reasons of a call that is over. */
    private static List<String> told(String caller) {
        JsonNode call = await().until(
                        () -> company.get("/api/calls?limit=200")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.path("from").asString("").equals(caller))
                                .filter(item -> !item.get("live").asBoolean())
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        return company.get("/api/calls/" + call.get("id").asString())
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get("reason").asString())
                .toList();
    }

    private static String direct(String ext) {
        return company.extension(ext).get("number").asString();
    }

    private static String inUrl(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

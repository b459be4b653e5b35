package io.cloudpbx.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Calls as the carrier asks about them: each arrives, goes through every menu by a key, rings three people of whom nobody answers, and
 * ends. Where each next question goes stands in the answer before. They come one after the other, as callers do, so that at any time about
 * as many begin as press a key or end.
 */
final class IncomingCalls {
    private static final int RUNG = 3;
    private static final String INBOUND = "/ivr/inbound";
    private static final String STATUS = "/ivr/status";
    private static final Pattern ACTION = Pattern.compile("action=\"https?://[^/\"]+(?<path>/ivr/[^\"#]+)");
    private static final int CALLERS = 9_000;

    private final Http phones;
    private final int steps;
    private final int calls;
    private final List<Turn> turns;
    /** Where each step of each call asks; empty when it has gone wrong before. */
    private final List<CompletableFuture<String>> paths;

    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicReference<String> firstWrong = new AtomicReference<>("");

    /**
     * @param menus how deep the call flow is
     * @param requests about so many in all
     * @param atOnce calls that go on side by side
     */
    IncomingCalls(Http phones, int menus, int requests, int atOnce) {
        this.phones = phones;
        this.steps = 1 + menus + RUNG + 1;
        this.calls = Math.max(1, requests / steps);
        this.turns = turns(Math.max(1, atOnce / steps));
        this.paths = Stream.generate(CompletableFuture<String>::new)
                .limit(calls * (steps + 1L))
                .toList();
        IntStream.range(0, calls).forEach(call -> path(call, 0).complete(INBOUND));
    }

    private record Turn(int call, int step) {}

    /** @param between so many calls come in between two steps of one */
    private List<Turn> turns(int between) {
        return IntStream.range(0, calls + steps * between)
                .boxed()
                .flatMap(newest -> IntStream.range(0, steps).mapToObj(step -> new Turn(newest - step * between, step)))
                .filter(turn -> turn.call() >= 0 && turn.call() < calls)
                .toList();
    }

    /** How many there are. */
    int requests() {
        return turns.size();
    }

    private CompletableFuture<String> path(int call, int step) {
        return paths.get(call * (steps + 1) + step);
    }

    /** Those with an answer other than the call flow's. */
    int wrong() {
        return wrong.get();
    }

    /** Empty when there was none. */
    String firstWrong() {
        return firstWrong.get();
    }

    /** A call takes its next step, when the one before is answered. */
    void ask(int request) {
        int call = turns.get(request).call();
        int step = turns.get(request).step();
        String path = path(call, step).join();
        String answer = path.isEmpty() ? "not asked" : asked(isLast(step) ? STATUS : path, call, step);
        Matcher action = ACTION.matcher(answer);
        boolean right = answer.contains(expected(step)) && (isLast(step) || action.find());
        if (!right) {
            wrong.incrementAndGet();
            firstWrong.compareAndSet("", "step " + step + ": " + answer);
        }
        path(call, step + 1).complete(right && !isLast(step) ? action.group("path") : "");
    }

    private boolean isLast(int step) {
        return step == steps - 1;
    }

    /** The first document after the menus rings somebody, and so do those after it. */
    private boolean isAfterMenus(int step) {
        return step >= steps - 1 - RUNG;
    }

    private String expected(int step) {
        if (isLast(step)) {
            return "204 ";
        }
        return isAfterMenus(step + 1) ? "<Dial" : "<Gather";
    }

    private String asked(String path, int call, int step) {
        SortedMap<String, String> form = new TreeMap<>(form(call, step));
        try {
            var answer = phones.with(List.of(
                            new BasicHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
                            new BasicHeader(
                                    "X-Twilio-Signature",
                                    signature(phones.server().toURI() + path, form))))
                    .send("POST", path, encoded(form));
            return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            return failed.toString();
        }
    }

    private Map<String, String> form(int call, int step) {
        String from = "+1%d555%04d".formatted(201 + call / 100 % 700, 100 + call % 100);
        return Stream.of(
                        Map.of(
                                "CallSid",
                                "CA%032x".formatted(call + (long) CALLERS * System.identityHashCode(this)),
                                "AccountSid",
                                CarrierApi.BUSINESS,
                                "From",
                                from,
                                "To",
                                PhoneSystemProgram.MAIN_NUMBER,
                                "Caller",
                                from,
                                "Called",
                                PhoneSystemProgram.MAIN_NUMBER,
                                "CallStatus",
                                status(step),
                                "Direction",
                                "inbound",
                                "ApiVersion",
                                "2010-04-01",
                                "FromCity",
                                ""),
                        done(step))
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String status(int step) {
        if (isLast(step)) {
            return "completed";
        }
        return step == 0 ? "ringing" : "in-progress";
    }

    /** What the caller, or a phone, did since the step before. */
    private Map<String, String> done(int step) {
        if (step == 0 || isLast(step)) {
            return Map.of();
        }
        return isAfterMenus(step)
                ? Map.of("DialCallStatus", "no-answer", "DialBridged", "false", "DialCallSid", "CA" + "f".repeat(32))
                : Map.of("Digits", "1", "FinishedOnKey", "", "msg", "Gather End");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String url, SortedMap<String, String> form) {
        StringBuilder data = new StringBuilder(url);
        form.forEach((name, value) -> data.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("sandbox".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}

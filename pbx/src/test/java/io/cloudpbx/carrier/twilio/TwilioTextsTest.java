package io.cloudpbx.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the carrier's lists, and how far they are read. */
class TwilioTextsTest {
    private static final PhoneNumber OURS = new PhoneNumber("+14155550123");
    private static final Instant BACKUP = Instant.parse("2026-11-20T08:15:00Z");
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final List<String> asked = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private HttpServer server;
    private TwilioTexts texts;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        texts = OneAttemptTest.texts(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_still_waits_in_the_carriers_queue_is_among_what_was_made_since() {
        pages.add(page(message("SM3", BACKUP.plusSeconds(90), false), message("SM2", BACKUP.plusSeconds(1), true)));

        assertThat(madeSince(BACKUP)).containsExactly("SM3", "SM2");

        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query).contains("From=%2B14155550123").doesNotContain("DateSent");
        });
    }

    @Test
    void lists_are_read_until_one_is_wholly_older() {
        pages.add(page(message("SM9", BACKUP.plusSeconds(9), true)));
        pages.add(page(message("SM5", BACKUP.minusSeconds(1), true), message("SM4", BACKUP.plusSeconds(4), true)));
        pages.add(page(message("SM3", BACKUP.minusSeconds(3), true)));
        pages.add(page(message("SM1", BACKUP.minusSeconds(9), true)));

        assertThat(madeSince(BACKUP)).containsExactly("SM9", "SM4");

        assertThat(asked).hasSize(3);
    }

    @Test
    void as_many_that_came_in_are_read_as_are_wanted() {
        for (int page = 0; page < 6; page++) {
            pages.add(page(IntStream.range(0, 1_000)
                    .mapToObj(number -> arrived(BACKUP.plusSeconds(number)))
                    .toArray(String[]::new)));
        }

        assertThat(texts.receivedSince(BACKUP, Integer.MAX_VALUE)).hasSize(6_000);
        assertThat(texts.receivedSince(BACKUP, 1_500)).hasSize(1_500);
    }

    private List<String> madeSince(Instant since) {
        List<String> made = new ArrayList<>();
        texts.madeFrom(
                OURS,
                since,
                page -> page.stream().map(CarrierText::id).map(CarrierId::value).forEach(made::add));
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        asked.add(query);
        int number = query.contains("Page=") ? Integer.parseInt(query.replaceAll(".*\\bPage=(\\d+).*", "$1")) : 0;
        String next = number + 1 < pages.size()
                ? "\"/2010-04-01/Accounts/AC1/Messages.json?Page=" + (number + 1) + "\""
                : "null";
        byte[] body = ("{\"uri\":\"/2010-04-01/Accounts/AC1/Messages.json\",\"messages\":" + pages.get(number)
                        + ",\"page\":" + number + ",\"page_size\":1000,\"next_page_uri\":" + next + "}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page(String... messages) {
        return List.of(messages).stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String message(String id, Instant made, boolean sent) {
        return message(id, made, "outbound-api", sent);
    }

    private static String arrived(Instant at) {
        return message("SM", at, "inbound", true);
    }

    private static String message(String id, Instant made, String direction, boolean sent) {
        String date = "\"" + RFC_2822.format(made) + "\"";
        return """
                {"sid": "%s", "from": "+14155550123", "to": "+12125550101", "body": "Hello", "num_media": "0",
                 "status": "%s", "direction": "%s", "date_created": %s, "date_sent": %s}""".formatted(id, sent ? "delivered" : "queued", direction, date, sent ? date : "null");
    }
}

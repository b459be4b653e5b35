package io.cloudpbx.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.apache.hc.core5.http.message.BasicHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account's requests, each sent once. */
record CarrierApi(Http http, String account) {
    static final String BUSINESS = "AC" + "0".repeat(31) + "1";
    static final String OUTSIDE = "AC" + "0".repeat(31) + "2";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CarrierApi of(Http carrier, String account) {
        String credentials =
                Base64.getEncoder().encodeToString((account + ":sandbox").getBytes(StandardCharsets.UTF_8));
        return new CarrierApi(
                carrier.with(List.of(
                        new BasicHeader("Authorization", "Basic " + credentials),
                        new BasicHeader("Content-Type", "application/x-www-form-urlencoded"))),
                account);
    }

    /** @return the status that came back */
    int post(String path, String... form) throws IOException {
        return http.send("POST", below(path), form(form)).status();
    }

    /** What was created, or why it was not. */
    JsonNode createOrNot(String path, String... form) throws IOException {
        return JSON.readTree(http.send("POST", below(path), form(form)).body());
    }

    JsonNode create(String path, String... form) throws IOException {
        return JSON.readTree(http.send("POST", below(path), form(form)).accepted());
    }

    JsonNode get(String path) throws IOException {
        return JSON.readTree(http.send("GET", below(path), "").accepted());
    }

    private String below(String path) {
        return "/2010-04-01/Accounts/" + account + "/" + path;
    }

    private static String form(String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

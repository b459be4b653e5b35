package io.cloudpbx.problems.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class ProblemsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
            .build();

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Bakery())
            .setControllerAdvice(new ProblemAdvice())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(JSON))
            .addFilters(
                    new BodyLimit(new ProblemWriter(JSON), List.of(new BodyAllowance("/api/bread/photos", 300_000))),
                    new StorableQuery(new ProblemWriter(JSON)))
            .build();

    @Test
    void a_refusal_is_a_problem_document_with_all_its_members() throws Exception {
        web.perform(get("/api/bread/sold-out"))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().json("""
                        {"type":"https://cloudpbx.dev/problems/sold_out","title":"Sold out","status":409,
                         "code":"sold_out","detail":"There is no rye left.","available":["wheat"],
                         "errors":[{"field":"kind","code":"sold_out","message":"There is no rye left."}]}"""));
    }

    @Test
    void a_refusal_for_now_says_when_to_come_again() throws Exception {
        web.perform(get("/api/bread/too-early"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind":"rye","loaves":1,"butter":true} | 422 | invalid_fields | butter      | unknown_field
                    {"kind":"rye","loaves":"many"}          | 422 | invalid_fields | loaves      | wrong_type
                    {"kind":" ","loaves":1}                 | 422 | invalid_fields | kind        | not_blank
                    {"kind":"rye","tags":[{"a":1}]}         | 422 | invalid_fields | tags.0      | wrong_type
                    {"kind":"r\\u0000e","loaves":1}           | 422 | invalid_fields | kind        | invalid_character
                    {"kind":"rye","tags":["\\u0000"]}       | 422 | invalid_fields | tags.0      | invalid_character
                    {"kind":                                | 400 | invalid_json   |             |
                    []                                      | 400 | invalid_json   |             |
                    """)
    void what_is_wrong_with_a_body_is_named(
            String body, int status, String code, @Nullable String field, @Nullable String error) throws Exception {
        ResultActions answer = order(body)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(content().string(not(containsString("Exception"))));
        if (field != null) {
            answer.andExpect(jsonPath("$.errors[0].field").value(field))
                    .andExpect(jsonPath("$.errors[0].code").value(error));
        }
    }

    @Test
    void what_is_wrong_with_a_parameter_is_named_and_an_impossible_id_names_nothing() throws Exception {
        web.perform(get("/api/bread?loaves=many"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("loaves"));
        web.perform(get("/api/bread"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].code").value("required"));
        web.perform(get("/api/bread").queryParam("loaves", "1").queryParam("kind", "r\0e"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("kind"))
                .andExpect(jsonPath("$.errors[0].code").value("invalid_character"));
        for (String noText : new String[] {"kind=%ED%A0%80", "kind=%C0%80", "kind=%", "kind=%zz"}) {
            web.perform(get("/api/bread").with(request -> {
                        request.setQueryString(noText);
                        return request;
                    }))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("invalid_query"));
        }
        web.perform(get("/api/bread/loaf/7"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("not_found"));
    }

    @Test
    void our_own_mistakes_tell_no_secrets() throws Exception {
        String answer = web.perform(get("/api/bread/burnt"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("internal_error"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("canary", "Exception", "at io.");
    }

    @Test
    void a_database_that_is_away_is_not_the_clients_fault() throws Exception {
        web.perform(get("/api/bread/dark"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("temporarily_unavailable"));
    }

    @Test
    void an_address_that_takes_files_takes_larger_bodies_and_no_larger_ones() throws Exception {
        web.perform(post("/api/bread/photos").content(new byte[290_000])).andExpect(status().isNotFound());
        web.perform(post("/api/bread/photos").content(new byte[310_000])).andExpect(status().is(413));
        web.perform(post("/api/bread/photos/1").content(new byte[290_000])).andExpect(status().is(413));
    }

    @Test
    void a_body_may_not_be_too_large_nor_nested_too_deep() throws Exception {
        order("{\"kind\":\"" + "x".repeat(300 * 1024) + "\"}")
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("body_too_large"));
        order("[".repeat(10_000)).andExpect(status().isBadRequest());
        order("{\"kind\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").andExpect(status().is4xxClientError());
    }

    private ResultActions order(String json) throws Exception {
        return web.perform(
                post("/api/bread").contentType(MediaType.APPLICATION_JSON).content(json));
    }

    record Order(
            @NotBlank String kind, int loaves, @Nullable List<String> tags) {}

    @RestController
    static class Bakery {
        @PostMapping("/api/bread")
        Order order(@Valid @RequestBody Order order) {
            return order;
        }

        @GetMapping("/api/bread")
        int shelf(@RequestParam int loaves) {
            return loaves;
        }

        @GetMapping("/api/bread/loaf/{id}")
        String loaf(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/api/bread/sold-out")
        String soldOut() {
            throw Problem.conflict("sold_out", "kind", "There is no rye left.").with("available", List.of("wheat"));
        }

        @GetMapping("/api/bread/too-early")
        String tooEarly() {
            throw Problem.tooMany("too_early", "The oven is cold.", Duration.ofMillis(1200));
        }

        @GetMapping("/api/bread/burnt")
        String burnt() {
            throw new IllegalStateException("canary: the oven's key is 1234");
        }

        @GetMapping("/api/bread/dark")
        String dark() {
            throw new DataAccessResourceFailureException("no connection");
        }
    }
}

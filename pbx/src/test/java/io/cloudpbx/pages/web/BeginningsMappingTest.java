package io.cloudpbx.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;

class BeginningsMappingTest {
    private final BeginningsMapping mapping = new BeginningsMapping();

    @BeforeEach
    void routes() throws NoSuchMethodException {
        mapping.setApplicationContext(new StaticWebApplicationContext());
        mapping.afterPropertiesSet();
        route("one", "/api/people/{id}");
        route("either", "/api/doors/{id}", "/api/gates/{id}");
        route("rest", "/files/{*rest}");
        route("any", "/{word}/end");
        route("within", "/api/p{letter}/x");
        route("plain", "/api/people/all");
        route("brief", "/file");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/people/7,one",
        "/api/p%65ople/7,one",
        "/api/people/7%20a,one",
        "/api/peoples/7,",
        "/api/gates/7,either",
        "/api/doors/7,either",
        "/files/a/b,rest",
        "/files,rest",
        "/file,brief",
        "/fil,",
        "/api/people/all,plain",
        "/api/pq/x,within",
        "/api/people,",
        "/api//people/7,",
        "/whatever/end,any",
        "/whatever/end/not,"
    })
    void finds_what_spring_finds(String address, @Nullable String route) throws Exception {
        var request = new MockHttpServletRequest("GET", address);
        ServletRequestPathUtils.parseAndCache(request);

        var found = mapping.getHandler(request);

        assertThat(
                        found == null
                                ? null
                                : ((HandlerMethod) found.getHandler())
                                        .getMethod()
                                        .getName())
                .isEqualTo(route);
    }

    private void route(String name, String... patterns) throws NoSuchMethodException {
        var info = RequestMappingInfo.paths(patterns).options(mapping.getBuilderConfiguration());
        mapping.registerMapping(info.build(), new Handlers(), Handlers.class.getDeclaredMethod(name));
    }

    static class Handlers {
        void one() {}

        void either() {}

        void rest() {}

        void any() {}

        void within() {}

        void plain() {}

        void brief() {}
    }
}

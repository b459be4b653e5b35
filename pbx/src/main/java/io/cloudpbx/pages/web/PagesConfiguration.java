package io.cloudpbx.pages.web;

import io.cloudpbx.pages.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Serves the files under a path that names the build, so that a browser asks for each once and relative imports hold. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {
    private static final String FILES = "classpath:/static/";

    @Bean
    Build build() throws IOException {
        return new Build(fingerprint());
    }

    @Bean
    WebMvcConfigurer files(Build build) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(build.path() + "**")
                        .addResourceLocations(FILES)
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable());
                // A page that was open over a deployment still finds its files, or what came after them.
                registry.addResourceHandler("/a/{build}/**")
                        .addResourceLocations(FILES)
                        .setCacheControl(CacheControl.noStore())
                        .resourceChain(false)
                        .addResolver(new AnyBuild());
            }
        };
    }

    @Bean
    WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new BeginningsMapping();
            }
        };
    }

    private static String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        for (Resource file : files()) {
            digest.update(
                    file.getURI().toString().replaceFirst(".*/static/", "").getBytes(StandardCharsets.UTF_8));
            try (InputStream content = file.getInputStream()) {
                digest.update(content.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static List<Resource> files() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**"))
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}

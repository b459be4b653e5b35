package io.cloudpbx.access.web;

import io.cloudpbx.database.FreshDatabase;
import io.cloudpbx.startup.MovableClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** The whole program on a free port, with a database of these tests, a clock that can be moved and a carrier that is away. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(WebTest.Time.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "CLOUDPBX_DATA=target/test-data",
            "twilio.account-sid=AC00000000000000000000000000000001",
            "twilio.auth-token=canary-auth-token",
            "twilio.toll-free-number=+18335550100",
            "twilio.base-url=http://127.0.0.1:9",
            "PUBLIC_URL=http://localhost:8080",
            "public.url=http://localhost:8080",
            "CLOUDPBX_PHONE_URL=http://localhost:8090/phone/",
        })
public @interface WebTest {
    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}

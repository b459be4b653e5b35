package io.cloudpbx.access.web;

import io.cloudpbx.database.DatabaseTest;
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

/** The whole program on a free port, with an empty database, a clock that can be moved and a carrier that is away. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import(WebTest.Time.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "CLOUDPBX_DATA=target/test-data",
            "TWILIO_ACCOUNT_SID=AC00000000000000000000000000000001",
            "TWILIO_AUTH_TOKEN=canary-auth-token",
            "TWILIO_TOLL_FREE_NUMBER=+18335550100",
            "TWILIO_BASE_URL=http://127.0.0.1:9",
            "PUBLIC_URL=http://localhost:8080",
            "CLOUDPBX_PHONE_URL=http://localhost:8090/phone/",
        })
@interface WebTest {
    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}

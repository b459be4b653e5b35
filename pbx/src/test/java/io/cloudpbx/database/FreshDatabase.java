package io.cloudpbx.database;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context at a fresh test database, through the setting that operators use. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("DATABASE_URL=" + TestDatabase.fresh().url()).applyTo(context);
    }
}

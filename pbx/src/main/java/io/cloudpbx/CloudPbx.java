package io.cloudpbx;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The phone system's program. */
@SpringBootApplication
public class CloudPbx {
    public static void main(String[] args) {
        // What is written for people and for carriers is English, whatever the machine speaks.
        Locale.setDefault(Locale.US);
        SpringApplication.run(CloudPbx.class, args);
    }
}

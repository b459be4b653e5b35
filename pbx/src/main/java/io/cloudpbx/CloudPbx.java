package io.cloudpbx;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The phone system's program. */
@SpringBootApplication
public class CloudPbx {
    public static void main(String[] args) {
        SpringApplication.run(CloudPbx.class, args);
    }
}

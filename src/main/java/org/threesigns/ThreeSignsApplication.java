package org.threesigns;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts Three Signs. No default account, not even one with a generated password. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class ThreeSignsApplication {

    public static void main(String[] args) {
        SpringApplication.run(ThreeSignsApplication.class, args);
    }
}

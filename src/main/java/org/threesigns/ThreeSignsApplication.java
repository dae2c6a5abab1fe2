package org.threesigns;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Three Signs. */
@SpringBootApplication
public class ThreeSignsApplication {

    public static void main(String[] args) {
        SpringApplication.run(ThreeSignsApplication.class, args);
    }
}

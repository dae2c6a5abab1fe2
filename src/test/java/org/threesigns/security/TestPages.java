package org.threesigns.security;

import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Small pages that stand for real ones, so that a chain is tested and not somebody's template. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
class TestPages {

    @GetMapping("/test-page")
    String page() {
        return "page";
    }

    @PostMapping("/test-page")
    String post() {
        return "taken";
    }

    @GetMapping("/test-asset")
    ResponseEntity<String> asset() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .body("asset");
    }

    @GetMapping("/test-failure")
    String failure() {
        throw new IllegalStateException("a secret that no page may show");
    }

    @GetMapping("/admin/test-page")
    String adminPage() {
        return "admin page";
    }

    @PostMapping("/admin/test-page")
    String adminPost() {
        return "admin taken";
    }
}

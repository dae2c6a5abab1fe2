package org.threesigns.web;

import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Small pages that stand for real ones, so that a chain is tested and not somebody's template. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
public class TestPages {

    @GetMapping("/en/test-page")
    String page() {
        return "page";
    }

    @PostMapping("/en/test-page")
    String post() {
        return "taken";
    }

    @GetMapping("/en/test-asset")
    ResponseEntity<String> asset() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .body("asset");
    }

    @GetMapping("/en/test-failure")
    String failure() {
        throw new IllegalStateException("a secret that no page may show");
    }

    @GetMapping("/en/test-database-away")
    String databaseAway() {
        throw new CannotCreateTransactionException("away");
    }

    @GetMapping("/admin/test-page")
    String adminPage() {
        return "admin page";
    }

    @GetMapping("/admin/test-form")
    String adminForm(CsrfToken token) {
        return "<input name=\"_csrf\" value=\"" + token.getToken() + "\">";
    }

    @PostMapping("/admin/test-page")
    String adminPost() {
        return "admin taken";
    }
}

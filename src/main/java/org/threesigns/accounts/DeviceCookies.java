package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.threesigns.storage.ApplicationSecret;

/**
 * Knows the devices again on which an administrator has signed in, or has used a code, so that strangers who try the same
 * account cannot slow them down. The cookie lets nobody in: it gives a few tries of its own (docs/adr/0029).
 *
 * <p>It holds a random name for the device, and a code over that, the account and the time of its password. So it counts
 * for one account until its password changes, and nothing is stored.
 */
@Component
class DeviceCookies {

    static final String NAME = "three-signs-device";

    /** {@code __Host-} would need the path "/". */
    static final String HTTPS_PREFIX = "__Secure-";

    private static final Duration LASTS = Duration.ofDays(180);
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");
    private static final int BYTES = 16;

    private final AccountRepository accounts;
    private final ApplicationSecret secret;
    private final SecureRandom random = new SecureRandom();

    DeviceCookies(AccountRepository accounts, ApplicationSecret secret) {
        this.accounts = accounts;
        this.secret = secret;
    }

    /** The cookie as a browser sent it; empty if it sent none. */
    static String sentWith(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, nameFor(request));
        return cookie == null ? "" : cookie.getValue();
    }

    /** Lets this device be known to the account with this name, whose password has just been chosen on it. */
    void issue(String typedName, HttpServletRequest request, HttpServletResponse response) {
        Username.parse(typedName)
                .flatMap(accounts::findByUsername)
                .ifPresent(account -> issue(account.toAdministrator(), request, response));
    }

    /** Lets this device be known to the account that has been signed in to, until its password changes. */
    void issue(Administrator who, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(who, request).toString());
    }

    /** The tries of the device that sent this cookie; empty if this account does not know it. */
    Optional<SignInAllowance> recognise(Account account, String sent) {
        return Optional.of(FORM.matcher(sent))
                .filter(Matcher::matches)
                .filter(cookie -> isEqual(cookie.group(2), code(account.toAdministrator(), cookie.group(1))))
                .map(cookie -> SignInAllowance.ofDevice(cookie.group(1)));
    }

    private ResponseCookie cookie(Administrator who, HttpServletRequest request) {
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        String device = base64(made);
        return ResponseCookie.from(nameFor(request), device + "." + code(who, device))
                .path(request.getContextPath() + SignInController.HOME)
                .secure(request.isSecure())
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(LASTS)
                .build();
    }

    private String code(Administrator who, String device) {
        String bound = who.id() + " " + who.passwordChangedAt().toEpochMilli() + " " + device;
        return base64(secret.hmac("device-cookie", bound.getBytes(US_ASCII)));
    }

    private static String nameFor(HttpServletRequest request) {
        return request.isSecure() ? HTTPS_PREFIX + NAME : NAME;
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Keeps administrators' CSRF tokens in a cookie of their own, so that the sign-in page, which anybody may open as
 * often as they like, writes nothing to the database, and a page that was left open over a break can still be sent.
 * Under HTTPS the {@code __Host-} name keeps a neighbouring subdomain from planting one.
 */
class AdminCsrfTokenRepository implements CsrfTokenRepository {

    static final String NAME = "three-signs-form";

    private final CsrfTokenRepository overHttps = cookie(AdminSessionCookie.HTTPS_PREFIX + NAME, true);
    private final CsrfTokenRepository overHttp = cookie(NAME, false);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return cookieFor(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        cookieFor(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookieFor(request).loadToken(request);
    }

    private CsrfTokenRepository cookieFor(HttpServletRequest request) {
        return request.isSecure() ? overHttps : overHttp;
    }

    private static CsrfTokenRepository cookie(String name, boolean secure) {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName(name);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.secure(secure).httpOnly(true).sameSite("Strict"));
        return repository;
    }
}

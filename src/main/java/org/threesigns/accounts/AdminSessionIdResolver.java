package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/**
 * The cookie of an administrator's session: {@code __Host-} and Secure under HTTPS, a plain name under HTTP, where
 * browsers refuse the other. Outside of {@code /admin} there is no session, whatever a cookie says.
 */
@Component
class AdminSessionIdResolver implements HttpSessionIdResolver {

    static final String NAME = "three-signs-session";

    private final HttpSessionIdResolver overHttps = cookie(AdminCookies.HTTPS_PREFIX + NAME, true);
    private final HttpSessionIdResolver overHttp = cookie(NAME, false);

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return AdminCookies.isForAdministrators(request) ? cookieFor(request).resolveSessionIds(request) : List.of();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        if (AdminCookies.isForAdministrators(request)) {
            cookieFor(request).setSessionId(request, response, sessionId);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        if (AdminCookies.isForAdministrators(request)) {
            cookieFor(request).expireSession(request, response);
        }
    }

    private HttpSessionIdResolver cookieFor(HttpServletRequest request) {
        return request.isSecure() ? overHttps : overHttp;
    }

    private static HttpSessionIdResolver cookie(String name, boolean secure) {
        DefaultCookieSerializer serializer = new DefaultCookieSerializer();
        serializer.setCookieName(name);
        serializer.setUseSecureCookie(secure);
        serializer.setUseHttpOnlyCookie(true);
        serializer.setSameSite("Strict");
        serializer.setCookiePath("/");
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(serializer);
        return resolver;
    }
}

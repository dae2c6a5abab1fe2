package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** The headers that every response carries, and those that depend on the kind of page. */
public final class SecurityHeaders {

    /** Only our own files, no frames, no inline code, no plug-ins; forms are sent to this site alone. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /** Features that none of our pages needs, so that nothing injected into one can use them either. */
    private static final String NEVER_NEEDED = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
            + "display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), "
            + "idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
            + "picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    static final String PERMISSIONS_POLICY =
            NEVER_NEEDED + ", publickey-credentials-create=(), publickey-credentials-get=()";

    /** Administrators may have passkeys. */
    public static final String PERMISSIONS_POLICY_OF_ADMINISTRATORS =
            NEVER_NEEDED + ", publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private static final Pattern PART_OF_A_PAGE = Pattern.compile("text/css|text/javascript|font/");

    private static final long ONE_YEAR_IN_SECONDS = 31_536_000;

    private static final List<HeaderWriter> ON_EVERY_RESPONSE = List.of(
            exceptPartsOfPages(new StaticHeadersWriter("Content-Security-Policy", CONTENT_SECURITY_POLICY)),
            new XContentTypeOptionsHeaderWriter(),
            exceptPartsOfPages(new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)),
            exceptPartsOfPages(openerPolicy()),
            resourcePolicy(),
            // Not for subdomains: a host may serve other things there without HTTPS.
            new HstsHeaderWriter(ONE_YEAR_IN_SECONDS, false));

    private SecurityHeaders() {}

    static void ofRespondentPages(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled();
        ON_EVERY_RESPONSE.forEach(headers::addHeaderWriter);
        headers.addHeaderWriter(permissionsPolicy(PERMISSIONS_POLICY));
        headers.addHeaderWriter(new RespondentPageHeaders());
    }

    public static void ofAdministratorPages(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled();
        ON_EVERY_RESPONSE.forEach(headers::addHeaderWriter);
        headers.addHeaderWriter(permissionsPolicy(PERMISSIONS_POLICY_OF_ADMINISTRATORS));
        headers.addHeaderWriter(new StaticHeadersWriter("Referrer-Policy", RespondentPageHeaders.SAME_ORIGIN));
        // Replaced even if present: nothing an administrator sees may stay in a cache.
        headers.addHeaderWriter((request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    /** For the few answers that are given before any chain was chosen. */
    public static void writeTo(HttpServletRequest request, HttpServletResponse response) {
        ON_EVERY_RESPONSE.forEach(header -> header.writeHeaders(request, response));
        permissionsPolicy(PERMISSIONS_POLICY).writeHeaders(request, response);
        response.setHeader("Referrer-Policy", RespondentPageHeaders.NO_REFERRER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * Leaves out headers that browsers respect on documents alone: with every file of a page they would add up on a
     * first visit.
     */
    private static HeaderWriter exceptPartsOfPages(HeaderWriter writer) {
        return (request, response) -> {
            String type = response.getContentType();
            if (type == null || !PART_OF_A_PAGE.matcher(type).lookingAt()) {
                writer.writeHeaders(request, response);
            }
        };
    }

    private static HeaderWriter permissionsPolicy(String policy) {
        return exceptPartsOfPages(new StaticHeadersWriter("Permissions-Policy", policy));
    }

    private static HeaderWriter openerPolicy() {
        CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }

    private static HeaderWriter resourcePolicy() {
        CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
        writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        return writer;
    }
}

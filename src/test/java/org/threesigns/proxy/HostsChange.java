package org.threesigns.proxy;

/** What a host changes in the documented settings of nginx. */
enum HostsChange {
    AS_DOCUMENTED(""),
    OVER_HTTP_1_0("") {
        @Override
        String in(String documented) {
            return documented.replaceAll("(?m)^.*proxy_(http_version|set_header Connection).*$", "");
        }
    },
    /** For an application that is told the path by {@code server.servlet.context-path}. */
    BELOW_A_PATH("/trust") {
        @Override
        String in(String documented) {
            return documented.replace("location / {", "location /trust {");
        }
    },
    TAKING_A_PREFIX_AWAY("/trust") {
        @Override
        String in(String documented) {
            return documented
                    .replace("location / {", "location /trust/ {")
                    .replaceAll("(proxy_pass .*);", "$1/;")
                    .replace("X-Forwarded-Prefix \"\"", "X-Forwarded-Prefix /trust");
        }
    };

    private final String prefix;

    HostsChange(String prefix) {
        this.prefix = prefix;
    }

    /** The path that the whole site is below at its public address. */
    String prefix() {
        return prefix;
    }

    String in(String documented) {
        return documented;
    }
}

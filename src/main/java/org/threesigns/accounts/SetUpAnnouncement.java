package org.threesigns.accounts;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threesigns.startup.StartupException;
import org.threesigns.startup.StartupLine;

/** Says at the end of startup where administrators sign in, or how the first account is made as long as there is none. */
@Component
@Profile("!demo & !preview")
@Order(1)
class SetUpAnnouncement implements StartupLine {

    private final FirstSetUp setUp;
    private final SetUpCodes codes;
    private final AdministratorSite administratorSite;
    private final String given;

    SetUpAnnouncement(
            FirstSetUp setUp, SetUpCodes codes, AdministratorSite administratorSite, AccountProperties properties) {
        this.setUp = setUp;
        this.codes = codes;
        this.administratorSite = administratorSite;
        this.given = checked(Objects.requireNonNullElse(properties.setupCode(), ""));
    }

    @Override
    public String text(String site) {
        String origin = administratorSite.isGiven()
                ? administratorSite.address() + URI.create(site).getPath()
                : site;
        return "Administrators: " + origin + (setUp.isOpen() ? "/admin/set-up, " + announceCode() : "/admin");
    }

    private String announceCode() {
        if (!given.isEmpty()) {
            codes.set(OneTimeCode.typed(given));
            return "with the set-up code that you configured";
        }
        OneTimeCode code = OneTimeCode.made(new SecureRandom());
        return codes.issue(code)
                ? "with the set-up code %s, which works once".formatted(code.inGroups())
                : ("with a set-up code. A set-up code was printed less than %s minutes ago: use that one, or start again"
                                + " a little later for a new one.")
                        .formatted(SetUpCodes.STARTING_TOGETHER.toMinutes());
    }

    private static String checked(String given) {
        int length = OneTimeCode.typed(given).value().length();
        if (length > 0 && length < OneTimeCode.SHORTEST) {
            throw new StartupException(
                    "three-signs.setup-code has " + length + " characters, and needs at least " + OneTimeCode.SHORTEST
                            + ", spaces and hyphens not counted.",
                    "Give it at least " + OneTimeCode.SHORTEST
                            + " random letters and digits; or leave it out, and one is"
                            + " made and printed at startup.");
        }
        return given.strip();
    }
}

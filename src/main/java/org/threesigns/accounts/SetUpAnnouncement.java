package org.threesigns.accounts;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.threesigns.startup.InvalidSettingException;

/** Tells the host how to make the first account, at each start of the site until there is one; a command serves nobody. */
@Component
@ConditionalOnProperty(name = "three-signs.command", havingValue = "none", matchIfMissing = true)
class SetUpAnnouncement implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpAnnouncement.class);

    private final FirstSetUp setUp;
    private final SetUpCodes codes;
    private final String given;

    SetUpAnnouncement(FirstSetUp setUp, SetUpCodes codes, @Value("${three-signs.setup-code:}") String given) {
        this.setUp = setUp;
        this.codes = codes;
        this.given = checked(given);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setUp.isOpen()) {
            return;
        }
        if (given.isEmpty()) {
            announceMade(SetUpCode.made(new SecureRandom()));
        } else {
            codes.set(SetUpCode.typed(given));
            LOG.info("There is no administrator yet. Open /admin/set-up and use the set-up code that you configured.");
        }
    }

    private void announceMade(SetUpCode code) {
        if (codes.issue(code)) {
            LOG.info("""
                    There is no administrator yet. Open /admin/set-up and use this code, which works once:

                        {}
                    """, code.inGroups());
        } else {
            LOG.info(
                    "There is no administrator yet. A set-up code was printed less than {} minutes ago: use that one,"
                            + " or start again a little later for a new one.",
                    SetUpCodes.STARTING_TOGETHER.toMinutes());
        }
    }

    private static String checked(String given) {
        int length = SetUpCode.typed(given).value().length();
        if (length > 0 && length < SetUpCode.SHORTEST) {
            throw new InvalidSettingException(
                    "three-signs.setup-code has " + length + " characters, and needs at least " + SetUpCode.SHORTEST
                            + ", spaces and hyphens not counted.",
                    "Give it at least " + SetUpCode.SHORTEST + " random letters and digits; or leave it out, and one is"
                            + " made and printed in the log.");
        }
        return given.strip();
    }
}

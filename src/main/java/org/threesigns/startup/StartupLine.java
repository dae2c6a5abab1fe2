package org.threesigns.startup;

/** A line, or a few, that startup ends with, for the host. Beans of this type are printed in their order. */
@FunctionalInterface
public interface StartupLine {

    /**
     * The line, beginning with what it is about and a colon; several lines have {@code \n} between them.
     *
     * @param site the site's address on this machine, without a slash at the end
     */
    String text(String site);
}

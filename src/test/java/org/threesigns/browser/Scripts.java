package org.threesigns.browser;

/** Whether a visitor's browser runs scripts. */
public enum Scripts {
    ON,
    OFF
}

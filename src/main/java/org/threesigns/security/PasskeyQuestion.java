package org.threesigns.security;

/**
 * What a page hands to the browser.
 *
 * @param name what the passkey will be called
 * @param options the options of WebAuthn, as JSON
 */
public record PasskeyQuestion(String name, String options) {}

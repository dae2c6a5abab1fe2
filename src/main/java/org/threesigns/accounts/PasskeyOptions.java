package org.threesigns.accounts;

/**
 * What a page hands to the browser.
 *
 * @param name what the passkey will be called
 * @param options the options of WebAuthn, as JSON
 */
record PasskeyOptions(String name, String options) {}

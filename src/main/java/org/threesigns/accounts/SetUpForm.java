package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;

/** What was typed to make the first account, right or wrong; a field that was not sent is empty. */
record SetUpForm(String code, String username, String password, String repeated) {

    SetUpForm(@Nullable String code, @Nullable String username, @Nullable String password, @Nullable String repeated) {
        this.code = code == null ? "" : code;
        this.username = username == null ? "" : username;
        this.password = password == null ? "" : password;
        this.repeated = repeated == null ? "" : repeated;
    }
}

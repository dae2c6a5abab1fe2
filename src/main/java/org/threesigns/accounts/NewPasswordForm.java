package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;

/** What was typed to get another password; a field that was not sent is empty. */
record NewPasswordForm(String old, String password, String repeated) {

    NewPasswordForm(@Nullable String old, @Nullable String password, @Nullable String repeated) {
        this.old = old == null ? "" : old;
        this.password = password == null ? "" : password;
        this.repeated = repeated == null ? "" : repeated;
    }
}

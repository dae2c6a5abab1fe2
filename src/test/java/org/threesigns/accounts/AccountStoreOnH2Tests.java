package org.threesigns.accounts;

import org.threesigns.database.OnH2;

@OnH2
class AccountStoreOnH2Tests extends AccountStoreTests {}

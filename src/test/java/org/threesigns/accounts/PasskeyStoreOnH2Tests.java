package org.threesigns.accounts;

import org.threesigns.database.OnH2;

@OnH2
class PasskeyStoreOnH2Tests extends PasskeyStoreTests {}

package org.threesigns.operations;

import org.threesigns.database.OnH2;

@OnH2
class ResponseImportOnH2Tests extends ResponseImportTests {}

package org.threesigns.publication;

import org.threesigns.database.OnH2;

@OnH2
class PublisherOnH2Tests extends PublisherTests {}

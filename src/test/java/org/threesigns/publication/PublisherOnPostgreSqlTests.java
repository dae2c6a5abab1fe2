package org.threesigns.publication;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class PublisherOnPostgreSqlTests extends PublisherTests {}

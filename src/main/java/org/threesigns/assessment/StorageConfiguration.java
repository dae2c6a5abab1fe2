package org.threesigns.assessment;

import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the store needs from the engine it runs on. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final int FAILED = 1;

    /** After Flyway, which waits for a database that is moving; whatever asks first has to. */
    @Bean(destroyMethod = "shutDown")
    @DependsOnDatabaseInitialization
    DatabaseEngine databaseEngine(DataSource dataSource) throws MetaDataAccessException {
        return new DatabaseEngine(dataSource);
    }

    @Bean
    SyncedCommits syncedCommits(DatabaseEngine engine) {
        return new SyncedCommits(engine.embedded() ? new GroupSync(engine::sync)::await : () -> {});
    }

    @Bean
    DurableCommit durableCommit(
            PlatformTransactionManager transactionManager, DatabaseEngine engine, ApplicationContext context) {
        var transactions = new TransactionTemplate(transactionManager);
        if (!engine.embedded()) {
            return new DurableCommit(transactions, failure -> {});
        }
        var guard =
                new EmbeddedDatabaseGuard(context, () -> System.exit(SpringApplication.exit(context, () -> FAILED)));
        return new DurableCommit(transactions, guard::examine);
    }
}

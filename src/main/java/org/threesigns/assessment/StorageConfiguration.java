package org.threesigns.assessment;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the store needs from the engine it runs on. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean(destroyMethod = "shutDown")
    DatabaseEngine databaseEngine(DataSource dataSource) throws MetaDataAccessException {
        return new DatabaseEngine(dataSource);
    }

    @Bean
    DurableCommit durableCommit(PlatformTransactionManager transactionManager, DatabaseEngine engine) {
        var transactions = new TransactionTemplate(transactionManager);
        return engine.embedded()
                ? new DurableCommit(transactions, new GroupSync(engine::sync)::await)
                : new DurableCommit(transactions, () -> {});
    }
}

package org.threesigns.storage;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the store needs from the engine it runs on. */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

    /** After Flyway, which waits for a database that is moving; whatever asks first has to. */
    @Bean(destroyMethod = "shutDown")
    @DependsOnDatabaseInitialization
    DatabaseEngine databaseEngine(DataSource dataSource) throws MetaDataAccessException {
        return new DatabaseEngine(dataSource);
    }

    /** Where a server keeps the data, that one syncs what it commits. */
    @Bean
    static BeanPostProcessor syncedCommits(ObjectProvider<DatabaseEngine> engine) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PlatformTransactionManager transactions
                                && engine.getObject().embedded()
                        ? new DurableTransactionManager(
                                transactions, new FsyncCoalescer(engine.getObject()::sync)::await)
                        : bean;
            }
        };
    }

    /** Where a server keeps the data, a transaction is dear enough to be shared; here it is the disk, which is shared already. */
    @Bean
    DurableCommit durableCommit(PlatformTransactionManager transactionManager, DatabaseEngine engine) {
        return new DurableCommit(new TransactionTemplate(transactionManager), !engine.embedded());
    }
}

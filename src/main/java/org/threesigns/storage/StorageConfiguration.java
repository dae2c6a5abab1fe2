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

/** The beans that depend on the database engine. */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

    /** After Flyway, because the first query has to wait while a database fails over, and only Flyway does. */
    @Bean(destroyMethod = "shutDown")
    @DependsOnDatabaseInitialization
    DatabaseEngine databaseEngine(DataSource dataSource) throws MetaDataAccessException {
        return new DatabaseEngine(dataSource);
    }

    /** With H2, commits wait for the disk; a server does so by itself. */
    @Bean
    static BeanPostProcessor durableCommits(ObjectProvider<DatabaseEngine> engine) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PlatformTransactionManager transactions
                                && engine.getObject().embedded()
                        ? new DurableTransactionManager(transactions, new FsyncCoalescer(engine.getObject()::sync))
                        : bean;
            }
        };
    }

    @Bean
    DurableCommit durableCommit(PlatformTransactionManager transactionManager) {
        return new DurableCommit(new TransactionTemplate(transactionManager));
    }
}

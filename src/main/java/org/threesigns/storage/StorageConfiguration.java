package org.threesigns.storage;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that depend on the database engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
@EnableJpaRepositories(basePackages = "org.threesigns", queryEnhancerSelector = PlainQuerySelector.class)
public class StorageConfiguration {

    private static final int STORAGE_FAILED = 1;

    @Bean
    ApplicationSecret applicationSecret(JdbcClient database, StorageProperties properties) {
        return ApplicationSecret.of(database, Objects.requireNonNullElse(properties.secret(), ""));
    }

    /** After Flyway, because the first query has to wait while a database fails over, and only Flyway does. */
    @Bean(destroyMethod = "shutDown")
    @DependsOnDatabaseInitialization
    DatabaseEngine databaseEngine(DataSource dataSource) throws MetaDataAccessException {
        return new DatabaseEngine(dataSource);
    }

    @Bean
    EmbeddedDatabaseGuard embeddedDatabaseGuard(DatabaseEngine engine, ApplicationContext context) {
        return new EmbeddedDatabaseGuard(
                engine, context, () -> System.exit(SpringApplication.exit(context, () -> STORAGE_FAILED)));
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

package org.threesigns.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.threesigns.storage.StorageConfiguration;

/** Store, catalogue and publication without the rest of the application; commits are real, and nothing runs by itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(
        properties = {
            "three-signs.statistics.publish=false",
            "three-signs.instruments=src/test/resources/reference/instruments"
        })
@Import({StorageConfiguration.class, PublicationStoreTest.Rooms.class, StoredResults.class})
@interface PublicationStoreTest {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.threesigns.instrument", "org.threesigns.assessment", "org.threesigns.publication"})
    class Rooms {}
}

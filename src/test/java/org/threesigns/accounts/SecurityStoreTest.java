package org.threesigns.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.threesigns.storage.StorageConfiguration;

/** What this room keeps in the database and nothing of the web, each change in a transaction of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({
    StorageConfiguration.class,
    AccountService.class,
    AccountCodes.class,
    AuditLog.class,
    DeviceCookies.class,
    FirstSetUp.class,
    PasswordService.class,
    PasskeyService.class,
    PasswordVerifier.class,
    WebAuthnService.class,
    PasskeyChallenges.class,
    PasskeyUserRepository.class,
    AdministratorSite.class,
    PasskeyCredentialRepository.class,
    PasswordPolicy.class,
    PasswordAuthenticationProvider.class,
    QuickPasswords.class,
    PasskeyAuthenticationService.class,
    SetUpCodes.class,
    SignInThrottle.class
})
@interface SecurityStoreTest {}

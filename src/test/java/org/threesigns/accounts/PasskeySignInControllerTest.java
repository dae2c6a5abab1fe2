package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

class PasskeySignInControllerTest {

    private final AdministratorSecurityContextRepository sessions = mock();
    private final DeviceCookies devices = mock();
    private final AuditLog audit = mock();
    private final PasskeySignInController controller =
            new PasskeySignInController(mock(), mock(), sessions, devices, audit);

    @Test
    void whoIsNotSignedInAsThePasswordChangedMeanwhileIsNotWrittenDownAsSignedIn() {
        when(sessions.passkeyShown(any(), any(), any())).thenReturn(false);
        var ada = new Administrator(UUID.randomUUID(), "ada", Role.ADMINISTRATOR, Instant.EPOCH);

        String page = controller.show(
                new TestingAuthenticationToken(ada, null),
                ada,
                "an answer",
                new MockHttpServletRequest(),
                new MockHttpServletResponse());

        assertThat(page).isEqualTo("redirect:" + SignInController.HOME);
        verifyNoInteractions(devices, audit);
    }
}

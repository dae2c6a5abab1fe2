package org.threesigns;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house: each package uses only those that its {@code package-info} names, and nothing points back. */
class ModularityTests {

    @Test
    void roomsUseOnlyTheRoomsTheyMay() {
        ApplicationModules.of(ThreeSignsApplication.class).verify();
    }
}

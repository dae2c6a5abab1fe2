package org.threesigns.assessment;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stores the number of deleted results, for the host to read. */
interface DeletionRepository extends Repository<Deletion, UUID> {

    Deletion save(Deletion deletion);
}

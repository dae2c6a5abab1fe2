package org.threesigns.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.threesigns.storage.Sha256;
import org.threesigns.web.ClientNetwork;

/**
 * Notices when more results come from one place than people send. It refuses nobody.
 *
 * <p>Kept in the memory of this copy alone: how many came under a salted hash of an address. The salt is
 * dropped every hour and the counts with it, so that nothing here can be led back to an address, or from one hour to the
 * next.
 */
@Component
@EnableConfigurationProperties(QuestionnaireProperties.class)
class SubmissionRate {

    /** Beyond this many places in one hour, all others count as too busy: someone has very many addresses. */
    static final int MOST_PLACES = 50_000;

    private static final int NO_LIMIT = 0;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final int mostInAnHour;
    private final Map<String, Integer> counts = new HashMap<>();
    private byte[] salt = newSalt();

    SubmissionRate(QuestionnaireProperties properties) {
        this.mostInAnHour = properties.robots().resultsPerHour();
    }

    /**
     * Whether as many results as people send were stored from this address already. Never so within a private network:
     * there the address is often that of a proxy, which stands for everybody.
     *
     * @param address as the container tells it, in whatever form
     */
    synchronized boolean isExceeded(String address) {
        return placeOf(address).filter(this::isTooBusy).isPresent();
    }

    /** Counts a result from this address, once it is stored for the first time: what failed, or was sent again, is none. */
    synchronized void record(String address) {
        placeOf(address).filter(place -> !isTooBusy(place)).ifPresent(place -> counts.merge(place, 1, Integer::sum));
    }

    private boolean isTooBusy(String place) {
        return counts.containsKey(place) ? counts.get(place) >= mostInAnHour : counts.size() >= MOST_PLACES;
    }

    /** The hash of where an address belongs; empty if it has no limit. */
    private Optional<String> placeOf(String address) {
        ClientNetwork network = ClientNetwork.of(address);
        return mostInAnHour == NO_LIMIT || network.isPrivate() ? Optional.empty() : Optional.of(hash(network.name()));
    }

    @Scheduled(initialDelayString = "PT1H", fixedRateString = "PT1H")
    synchronized void forget() {
        counts.clear();
        salt = newSalt();
    }

    synchronized int places() {
        return counts.size();
    }

    private String hash(String place) {
        return HexFormat.of().formatHex(Sha256.of(salt, place.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] newSalt() {
        byte[] made = new byte[SALT_BYTES];
        random.nextBytes(made);
        return made;
    }
}

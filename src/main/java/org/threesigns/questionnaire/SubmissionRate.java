package org.threesigns.questionnaire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices when more comes from one place than people send. It refuses nobody.
 *
 * <p>Kept in the memory of this copy alone: how often something came under a salted hash of an address. The salt is
 * dropped every hour and the counts with it, so that nothing here can be led back to an address, or from one hour to the
 * next.
 */
@Component
@EnableConfigurationProperties(QuestionnaireProperties.class)
class SubmissionRate {

    /** Beyond this many places in one hour, all others count as too busy: someone has very many addresses. */
    static final int MOST_PLACES = 50_000;

    private static final int SALT_BYTES = 16;
    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;
    private static final String IPV4 = "\\d{1,3}(\\.\\d{1,3}){3}";

    private final SecureRandom random = new SecureRandom();
    private final int mostInAnHour;
    private final Map<String, Integer> counts = new HashMap<>();
    private byte[] salt = newSalt();

    SubmissionRate(QuestionnaireProperties properties) {
        this.mostInAnHour = properties.robots().resultsPerHour();
    }

    /**
     * Counts one more from this address, and says whether that is more than people send. Never so within a private
     * network: there the address is often that of a proxy, which stands for everybody.
     *
     * @param address as the container tells it, in whatever form
     */
    public synchronized boolean recordAndCheck(String address) {
        Optional<InetAddress> known = parse(address);
        if (known.filter(SubmissionRate::isPrivate).isPresent()) {
            return false;
        }
        String place =
                hash(known.map(SubmissionRate::network).orElseGet(() -> address.getBytes(StandardCharsets.UTF_8)));
        if (!counts.containsKey(place) && counts.size() >= MOST_PLACES) {
            return true;
        }
        return counts.merge(place, 1, Integer::sum) > mostInAnHour;
    }

    @Scheduled(initialDelayString = "PT1H", fixedRateString = "PT1H")
    synchronized void forget() {
        counts.clear();
        salt = newSalt();
    }

    synchronized int places() {
        return counts.size();
    }

    /** Only what is plainly an address: the name of a machine would be looked up, and others would hear of it. */
    private static Optional<InetAddress> parse(String address) {
        if (!address.matches(IPV4) && !address.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc); // RFC 4193
    }

    /** One household has a whole IPv6 network of addresses, and one IPv4 address. */
    private static byte[] network(InetAddress address) {
        byte[] all = address.getAddress();
        return Arrays.copyOf(all, Math.min(all.length, BYTES_OF_AN_IPV6_NETWORK));
    }

    private String hash(byte[] place) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(place));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private byte[] newSalt() {
        byte[] made = new byte[SALT_BYTES];
        random.nextBytes(made);
        return made;
    }
}

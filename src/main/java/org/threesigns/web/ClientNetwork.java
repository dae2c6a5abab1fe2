package org.threesigns.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a request comes from, as a limit by address sees it. A household has one IPv4 address, or a whole IPv6 network.
 *
 * @param name the same for all addresses of the network
 * @param isPrivate whether its address is often that of a proxy, which stands for everybody
 */
public record ClientNetwork(String name, boolean isPrivate) {

    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;
    private static final String IPV4 = "\\d{1,3}(\\.\\d{1,3}){3}";

    /**
     * The network of an address.
     *
     * @param address as the container tells it, in whatever form
     */
    public static ClientNetwork of(String address) {
        return parse(address)
                .map(known -> new ClientNetwork(network(known), isPrivate(known)))
                .orElseGet(() -> new ClientNetwork(address, false));
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

    private static String network(InetAddress address) {
        byte[] all = address.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(all, Math.min(all.length, BYTES_OF_AN_IPV6_NETWORK)));
    }
}

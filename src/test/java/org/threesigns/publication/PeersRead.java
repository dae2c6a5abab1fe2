package org.threesigns.publication;

/** Spares tests the minute after which respondents read what was published. */
public final class PeersRead {

    private PeersRead() {}

    public static void now(PeerFigureCache peers) {
        peers.read();
    }
}

package org.threesigns.web;

import jakarta.servlet.ServletConnection;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, where a response can wait for its reader longer than {@code server.tomcat.connection-timeout}. Tomcat has one
 * time-out for senders and readers and no setting for a single response. Public because Tomcat creates it by its name.
 */
public final class PatientHttpProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new Http11Processor(this, getAdapter()) {
            @Override
            public SocketState service(SocketWrapperBase<?> socket) throws IOException {
                socket.setWriteTimeout(getConnectionTimeout()); // an earlier response may have changed it
                return super.service(socket);
            }

            @Override
            protected ServletConnection getServletConnection() {
                return new PatientConnection(super.getServletConnection(), getSocketWrapper());
            }
        };
    }

    /** A connection that also knows the socket that is written to. */
    record PatientConnection(ServletConnection connection, SocketWrapperBase<?> socket) implements ServletConnection {

        void waitForReader(Duration longest) {
            socket.setWriteTimeout(longest.toMillis());
        }

        @Override
        public String getConnectionId() {
            return connection.getConnectionId();
        }

        @Override
        public String getProtocol() {
            return connection.getProtocol();
        }

        @Override
        public String getProtocolConnectionId() {
            return connection.getProtocolConnectionId();
        }

        @Override
        public boolean isSecure() {
            return connection.isSecure();
        }
    }
}

package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** A server that stops while an answer has left the servlet and is not yet sent. */
class ResponseDrainTests {

    private static final String ANSWER = "Nothing of this is cut off. ".repeat(1_000);

    private final CountDownLatch servletIsDone = new CountDownLatch(1);

    @Test
    void areSentBeforeTheServerHasStopped() throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        factory.addConnectorCustomizers(new ResponseDrain());
        factory.addEngineValves(new SlowEnd());
        var server = factory.getWebServer(
                context -> context.addServlet("answer", new Answer()).addMapping("/"));
        server.start();
        var answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort()))
                                .build(),
                        BodyHandlers.ofString());
        servletIsDone.await();

        var stopped = new CountDownLatch(1);
        server.shutDownGracefully(result -> stopped.countDown());
        stopped.await();
        server.destroy();

        assertThat(answer.join().body()).isEqualTo(ANSWER);
    }

    private static final class Answer extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(ANSWER);
        }
    }

    /** A thread that has to wait for the processor between the servlet and the end of the answer. */
    private final class SlowEnd extends ValveBase {

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            servletIsDone.countDown();
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package org.threesigns;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.People;
import org.threesigns.scoring.Responses;

/**
 * The whole application on a database in memory, with some results. It listens nowhere: requests come in at Spring's
 * dispatcher, so that a page is what it costs there, without the server and the filters of security.
 */
final class Site implements AutoCloseable {

    private static final int RESULTS = 500;
    private static final String FORM = "/en/check/three-signs";

    private final WebApplicationContext application;
    private final DispatcherServlet dispatcher;
    private final List<String> results;
    private int next;

    private Site(String database, BeanFactoryPostProcessor change) throws ServletException {
        application = (WebApplicationContext) new SpringApplicationBuilder(ThreeSignsApplication.class)
                .initializers(context -> context.addBeanFactoryPostProcessor(change))
                .run(
                        "--server.port=-1",
                        "--spring.datasource.url=jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(database),
                        "--three-signs.statistics.publish=false",
                        "--logging.threshold.console=warn",
                        "--spring.main.banner-mode=off");
        dispatcher = application.getBean(DispatcherServlet.class);
        dispatcher.init(new MockServletConfig(application.getServletContext()));
        Instrument instrument = application.getBean(InstrumentCatalog.class).main();
        List<Responses> people = People.answering(instrument, RESULTS);
        results = IntStream.range(0, RESULTS)
                .mapToObj(number -> store(instrument, people.get(number), number))
                .toList();
    }

    /** As it is. */
    static Site caching() throws ServletException {
        return new Site("caching", beans -> {});
    }

    /** With {@link PlainFragments} instead of cached ones. */
    static Site cachingNothing() throws ServletException {
        return new Site("plain", beans -> {
            var registry = (BeanDefinitionRegistry) beans;
            registry.removeBeanDefinition("fragmentCacheDialect");
            beans.registerSingleton("plainFragments", new PlainFragments());
        });
    }

    private String store(Instrument instrument, Responses responses, int number) {
        var token = AssessmentToken.of(ByteBuffer.allocate(18).putInt(number).array());
        application
                .getBean(Assessments.class)
                .save(
                        token,
                        new CompletedAssessment(
                                instrument.id(),
                                instrument.version(),
                                "en",
                                LocalDate.of(2026, 3, 14),
                                responses,
                                false,
                                Wording.CURRENT,
                                false));
        return "/en/result/" + token.value();
    }

    /** The form as visitors get it. */
    byte[] cachedForm() throws ServletException, IOException {
        return page(get(FORM));
    }

    /** The form rendered for this request. */
    byte[] renderedForm() throws ServletException, IOException {
        var request = new MockHttpServletRequest(application.getServletContext(), "POST", FORM);
        request.addParameter("_version", "1");
        request.addParameter("_send", "stay"); // asks for the same page in another language: that is never cached
        return page(request);
    }

    /** The results one after the other, then the first again. */
    byte[] nextResult() throws ServletException, IOException {
        next = (next + 1) % RESULTS;
        return page(get(results.get(next)));
    }

    private MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest(application.getServletContext(), "GET", path);
    }

    private byte[] page(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new WholesaleResponse();
        dispatcher.service(request, response);
        if (response.getStatus() != 200) {
            throw new IllegalStateException(request.getRequestURI() + ": " + response.getStatus());
        }
        return response.content();
    }

    /** Takes arrays of bytes whole, as servers do: the response of Spring's tests takes each byte by itself. */
    private static final class WholesaleResponse extends MockHttpServletResponse {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        private final ServletOutputStream stream = new DelegatingServletOutputStream(bytes) {

            @Override
            public void write(byte[] from, int start, int length) {
                bytes.write(from, start, length);
            }
        };

        @Override
        public ServletOutputStream getOutputStream() {
            return stream;
        }

        byte[] content() {
            return bytes.size() > 0 ? bytes.toByteArray() : getContentAsByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        ((java.io.Closeable) application).close();
    }
}

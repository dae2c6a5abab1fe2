package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class IndexedHandlerMappingTests {

    private final RequestMappingHandlerMapping mappings = new IndexedHandlerMapping().getRequestMappingHandlerMapping();
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeEach
    void findTheController() {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("letters", Letters.class);
        mappings.setApplicationContext(context);
        mappings.afterPropertiesSet();
    }

    @Controller
    static class Letters {

        @GetMapping("/{language}")
        public void start() {}

        @GetMapping("/{language}/letters/{to}")
        public void read() {}

        @PostMapping("/{language}/letters/{to}")
        public void write() {}

        @GetMapping("/{language}/letters/{to}/copy")
        public void copy() {}
    }

    @Test
    void findWhoAnswers() throws Exception {
        assertThat(answering("GET", "/en/letters/anna")).isEqualTo("read");
        assertThat(answering("POST", "/en/letters/anna")).isEqualTo("write");
        assertThat(answering("GET", "/en/letters/anna/copy")).isEqualTo("copy");
        assertThat(answering("GET", "/en")).isEqualTo("start");
        assertThat(mappings.getHandler(wrapped("GET", "/en/letters"))).isNull();
        assertThat(mappings.getHandler(wrapped("GET", "/en/letters/anna/"))).isNull();
    }

    @Test
    void findWhoAnswersAnAddressThatIsWrittenInAnotherWay() throws Exception {
        assertThat(answering("GET", "/en/%6Cetters/anna")).isEqualTo("read");
    }

    @ParameterizedTest
    @CsvSource({
        "/, ''",
        "/en, ''",
        "'/{language:[a-z]{2,3}}', ''",
        "/en/method, method/2",
        "/{language}/letters/{to}, letters/3",
        "/en/letters/anna, letters/3",
        "/en/letters/, letters/3",
        "/en//anna, /3"
    })
    void lookAddressesUpByTheirShape(String path, String shape) {
        assertThat(IndexedHandlerMapping.index(path)).isEqualTo(shape);
    }

    @Test
    void tryThoseThatHaveTheShapeOfTheAddress() throws Exception {
        answering("GET", "/en");
        int triesForOne = tries.getAndSet(0);
        answering("GET", "/en/letters/anna");

        assertThat(tries).hasValueGreaterThan(triesForOne);
    }

    @Test
    void leaveTheVariablesOfTheAddressWhereTheWrappersFindThem() throws Exception {
        HttpServletRequest request = wrapped("GET", "/en/letters/anna");

        mappings.getHandler(request);

        assertThat(request.getAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE))
                .isEqualTo("/en/letters/anna");
        assertThat(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .isEqualTo(Map.of("language", "en", "to", "anna"));
    }

    @Test
    void refuseAMethodThatNobodyAnswers() {
        assertThatExceptionOfType(HttpRequestMethodNotSupportedException.class)
                .isThrownBy(() -> answering("DELETE", "/en/letters/anna"));
    }

    private String answering(String method, String path) throws Exception {
        var chain = Objects.requireNonNull(mappings.getHandler(wrapped(method, path)));
        return ((HandlerMethod) chain.getHandler()).getMethod().getName();
    }

    private HttpServletRequest wrapped(String method, String path) {
        var request = new MockHttpServletRequest(method, path) {

            @Override
            public @Nullable String getMethod() {
                tries.incrementAndGet(); // each mapping that is tried asks for it first
                return super.getMethod();
            }
        };
        ServletRequestPathUtils.parseAndCache(request);
        return new HttpServletRequestWrapper(request);
    }
}

package org.threesigns;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a page costs from Spring's dispatcher to its last byte, as it is and by Thymeleaf alone. So much code takes longer to compile. */
@Warmup(iterations = 5, time = 3)
public class PagesBenchmark extends ShortRuns {

    @State(Scope.Benchmark)
    public static class Caching {

        private Site site;

        @Setup
        public void start() throws ServletException {
            site = Site.caching();
        }

        @TearDown
        public void stop() throws IOException {
            site.close();
        }
    }

    @State(Scope.Benchmark)
    public static class CachingNothing {

        private Site site;

        @Setup
        public void start() throws ServletException {
            site = Site.cachingNothing();
        }

        @TearDown
        public void stop() throws IOException {
            site.close();
        }
    }

    @Benchmark
    public byte[] formCached(Caching on) throws ServletException, IOException {
        return on.site.cachedForm();
    }

    @Benchmark
    public byte[] formPlain(CachingNothing on) throws ServletException, IOException {
        return on.site.renderedForm();
    }

    @Benchmark
    public byte[] resultCached(Caching on) throws ServletException, IOException {
        return on.site.nextResult();
    }

    @Benchmark
    public byte[] resultPlain(CachingNothing on) throws ServletException, IOException {
        return on.site.nextResult();
    }
}

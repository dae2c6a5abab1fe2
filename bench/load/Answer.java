import java.io.IOException;

/**
 * What came back to a request.
 *
 * @param location where a 303 leads to; else empty
 */
record Answer(int status, String location, String body) {

    void require(int expected) throws IOException {
        if (status != expected) {
            throw new IOException("The answer was " + status + " instead of " + expected);
        }
    }
}

import java.io.IOException;

/** The server went away while it was sending an answer: who is behind a proxy has the beginning, and nobody else the rest. */
final class CutOffException extends IOException {

    CutOffException() {
        super("The connection was closed in the middle of an answer");
    }
}

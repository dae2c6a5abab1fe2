package org.threesigns.export;

import org.jspecify.annotations.Nullable;

/** An export could not be prepared; the message says why in a sentence for administrators. */
final class ExportUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

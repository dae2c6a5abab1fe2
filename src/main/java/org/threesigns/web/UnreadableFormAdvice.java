package org.threesigns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers a form that is too large, has too many fields or a broken encoding, which Tomcat reports only when a field is
 * read. It gets its error page and no stack trace in the log: such forms could fill the disk.
 */
@ControllerAdvice
class UnreadableFormAdvice {

    @ExceptionHandler
    void refuse(InvalidParameterException refusal, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) { // or nobody is left to read it, such as after a form that came too slowly
            response.sendError(refusal.getErrorCode());
        }
    }
}

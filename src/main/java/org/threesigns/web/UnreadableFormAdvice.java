package org.threesigns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A form too large, with too many fields or in a broken encoding, which Tomcat tells only when it is asked for a field.
 * It gets its error page, and no stack trace in the log: whoever sends such forms could fill the disk with it.
 */
@ControllerAdvice
class UnreadableFormAdvice {

    @ExceptionHandler
    void refuse(InvalidParameterException refusal, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) { // or there is nobody left to tell, as where a form came too slowly
            response.sendError(refusal.getErrorCode());
        }
    }
}

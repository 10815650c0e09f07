package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.RequestId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a person may not see is answered as if it were not there. Asked before the handlers that would say why. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    @ExceptionHandler(NotFound.class)
    void absent(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** A mistyped request looks like any other wrong address. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletResponse response) throws IOException {
        response.sendError(
                RequestId.class.equals(mistyped.getRequiredType())
                        ? HttpStatus.NOT_FOUND.value()
                        : HttpStatus.BAD_REQUEST.value());
    }
}

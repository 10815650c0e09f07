package org.comity.node.oversight.api;

import org.comity.node.frame.RefusingPrograms;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what can't be done in oversight. */
@RestControllerAdvice(basePackageClasses = RefusingInOversight.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusingInOversight extends RefusingPrograms {

    RefusingInOversight(MessageSource words) {
        super(words);
    }
}

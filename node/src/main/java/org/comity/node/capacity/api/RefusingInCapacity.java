package org.comity.node.capacity.api;

import org.comity.node.frame.RefusingPrograms;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what can't be done in capacity. */
@RestControllerAdvice(basePackageClasses = RefusingInCapacity.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusingInCapacity extends RefusingPrograms {

    RefusingInCapacity(MessageSource words) {
        super(words);
    }
}

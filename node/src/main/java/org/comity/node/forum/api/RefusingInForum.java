package org.comity.node.forum.api;

import org.comity.node.frame.RefusingPrograms;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what can't be done in the forum. */
@RestControllerAdvice(basePackageClasses = RefusingInForum.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusingInForum extends RefusingPrograms {

    RefusingInForum(MessageSource words) {
        super(words);
    }
}

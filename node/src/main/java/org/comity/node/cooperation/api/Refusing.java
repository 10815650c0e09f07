package org.comity.node.cooperation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Problem;
import org.comity.node.frame.ProblemKind;
import org.comity.node.frame.RefusingPrograms;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what can't be done with a problem document: what is wrong, in which field, and what to do. */
@RestControllerAdvice(basePackageClasses = Refusing.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusing extends RefusingPrograms {

    Refusing(MessageSource words) {
        super(words);
    }

    /** Fields of a form that can't be used as they were sent. */
    static final class WrongFields extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FormErrors errors;

        WrongFields(FormErrors errors) {
            super(errors.all().toString());
            this.errors = errors;
        }

        static void orNothing(FormErrors errors) {
            if (!errors.isEmpty()) {
                throw new WrongFields(errors);
            }
        }
    }

    @ExceptionHandler
    ResponseEntity<Problem> absent(NotFound absent, HttpServletRequest call) {
        return answer(ProblemKind.NOT_FOUND, call);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(ActRefused refused, HttpServletRequest call) {
        return switch (refused) {
            case ActRefused.WrongState it -> answer(ProblemKind.WRONG_STATE, said(it.said()), call);
            case ActRefused.NotPermitted it -> answer(ProblemKind.NOT_PERMITTED, said(it.said()), call);
            case ActRefused.ChangedMeanwhile it -> answer(ProblemKind.CHANGED_MEANWHILE, said(it.said()), call);
            case ActRefused.Malformed it -> wrong(it.field(), it.said(), call);
            case ActRefused.Incomplete it ->
                answer(
                        ProblemKind.INCOMPLETE,
                        said(it.said()),
                        call,
                        it.fields().stream()
                                .map(field -> new Problem.Wrong(field, said(it.said())))
                                .toList(),
                        it.open().stream().map(this::said).toList());
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(Answers.Unreadable unreadable, HttpServletRequest call) {
        return wrong(unreadable.field(), unreadable.said(), call);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFiled(FilingRefused refused, HttpServletRequest call) {
        return wrong(refused.field(), refused.said(), call);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFiled(Enclosure.BadEnclosure refused, HttpServletRequest call) {
        return wrong("documents", refused.said(), call);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrong(WrongFields wrong, HttpServletRequest call) {
        var fields = wrong.errors.all().entrySet().stream()
                .map(field -> new Problem.Wrong(field.getKey(), field.getValue()))
                .toList();
        return answer(ProblemKind.MALFORMED, fields.getFirst().detail(), call, fields, List.of());
    }
}

package org.comity.node.cooperation.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.node.cooperation.Assigned;
import org.comity.node.cooperation.NotingCaseFile;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who works on a case file or a request, to whom else it can be given, and what colleagues wrote about it. */
@Component
class WorkModel {

    private final People people;
    private final NotingCaseFile noting;

    WorkModel(People people, NotingCaseFile noting) {
        this.people = people;
        this.noting = noting;
    }

    record Colleague(String id, String name) {}

    /** @param text null once it was taken back */
    record NoteView(
            String id, String author, Moment at, @Nullable String text, boolean own) {}

    void fill(Model model, CaseFile caseFile, Person person) {
        model.addAttribute("assigned", named(caseFile.assigned()));
        model.addAttribute(
                "colleagues",
                person.may(Power.DRAFT) ? colleagues(it -> !caseFile.assigned().contains(it.id())) : Map.of());
        model.addAttribute(
                "notes",
                noting.of(person, caseFile.reference()).stream()
                        .map(note -> new NoteView(
                                note.id().toString(),
                                note.authorName(),
                                Moment.of(note.writtenAt()),
                                note.takenBackAt().isPresent() ? null : note.text(),
                                note.author().equals(person.id())))
                        .toList());
        model.addAttribute("writer", person.may(Power.READ_CASES));
    }

    void fill(Model model, RequestView view, Person person) {
        var request = view.request();
        var mayAssign = request.side() == Side.REQUESTING
                ? person.may(Power.DRAFT) || person.may(Power.APPROVE)
                : person.may(request.kind().isOrder() ? Power.PRODUCE : Power.ANSWER);
        Optional<PersonId> working = view.assigned().map(Assigned::person);
        model.addAttribute("worker", view.assigned().map(Assigned::name).orElse(null));
        model.addAttribute(
                "workers",
                mayAssign && !request.state().isOver()
                        ? colleagues(it -> working.filter(it.id()::equals).isEmpty())
                        : Map.of());
    }

    private List<Colleague> named(Collection<PersonId> ids) {
        return ids.stream()
                .flatMap(id -> people.find(id).stream())
                .map(person -> new Colleague(person.id().toString(), person.name()))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    /** Who works with case files, by name. */
    private Map<String, String> colleagues(Predicate<Person> wanted) {
        return people.with(Power.READ_CASES).stream()
                .filter(wanted.and(person -> !person.machine()))
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .collect(Collectors.toMap(
                        person -> person.id().toString(), Person::name, (one, _) -> one, LinkedHashMap::new));
    }
}

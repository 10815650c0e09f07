package org.comity.node.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.comity.node.documents.Completion.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionTests {

    @Test
    void aFormSaysHowMuchOfItsProvisionItAnswersAndNamesTheRest() {
        var form = Form.blank(FormKind.PRESERVATION, "en")
                .with("requesting-authority", FormValue.plain("Contact point"))
                .with("offence-provisions", FormValue.provision("ets185:2"))
                .with("facts", FormValue.free("Access was sold."))
                .with("custodian", FormValue.plain("Example Hosting"))
                .with("follow-up", FormValue.yes(true))
                .with("identifiers", FormValue.plain("shadow.market"));

        var completion = form.completion("ets185:29");

        assertThat(completion.said()).isEqualTo(4);
        assertThat(completion.elements()).hasSize(6);
        assertThat(completion.isComplete()).isFalse();
        assertThat(completion.missing())
                .extracting(Completion.Element::id)
                .containsExactly("ets185:29(2)(c)", "ets185:29(2)(e)");
        assertThat(completion.missing().getFirst().fields())
                .extracting(Object::toString)
                .containsExactly("Categories of data", "Relationship of the data to the offence");
    }

    @Test
    void aReasonInThePlaceOfAnElementIsAccepted() {
        var form = Form.blank(FormKind.PRESERVATION, "en").with("necessity", FormValue.leftOut("Sealed by the court"));

        assertThat(form.completion("ets185:29").elements())
                .filteredOn(element -> element.id().equals("ets185:29(2)(e)"))
                .extracting(Completion.Element::standing)
                .containsExactly(Standing.LEFT_OUT_WITH_REASON);
    }

    @Test
    void ofSeveralConditionalFieldsOneIsEnough() {
        var form = Form.blank(FormKind.PRESERVATION, "en").with("location", FormValue.plain("Porto Alegre"));

        assertThat(form.completion("ets185:29").missing())
                .extracting(Completion.Element::id)
                .doesNotContain("ets185:29(2)(d)");
    }

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void aFullFormIsCompleteAndABlankOneIsNot(FormKind kind) {
        for (var provision : kind.template().provisions()) {
            var full = SomeForms.full(kind).completion(provision);
            assertThat(full.elements()).as(provision).isNotEmpty();
            assertThat(full.isComplete()).as(provision).isTrue();
            assertThat(Form.blank(kind, "en").completion(provision).said())
                    .as(provision)
                    .isZero();
        }
    }

    /** What the data of the law lists as contents of a request, some field of the form answers. */
    @Test
    void everyElementThatTheLawListsIsAnsweredByAField() {
        var law = LawBase.load();
        var unanswered = new ArrayList<String>();
        for (var kind : FormKind.values()) {
            for (var provision : kind.template().provisions()) {
                law.provision(provision).stream()
                        .flatMap(it -> it.requestContents().stream())
                        .map(element -> element.id())
                        .filter(id -> !kind.template().elementsOf(provision).contains(id))
                        .forEach(id -> unanswered.add(kind.token() + " " + provision + " " + id));
            }
        }
        assertThat(unanswered).isEqualTo(List.of());
    }

    @Test
    void aFieldThatTheFormDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Form.blank(FormKind.WITHDRAWAL, "en").with("penalty", FormValue.plain("fine")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withdrawal")
                .hasMessageContaining("penalty");
    }

    @Test
    void eachFieldHasASource() {
        assertThat(Stream.of(FormKind.values()).flatMap(kind -> kind.template().fields()))
                .allSatisfy(field -> assertThat(field.sources()).as(field.key()).isNotEmpty());
    }
}

package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.comity.node.cooperation.form.Forms;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Translation;
import org.comity.node.cooperation.request.Translation.Standing;
import org.comity.node.cooperation.request.Translations;
import org.comity.node.journal.Journaled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people wrote reaches the other side in its own language, as one person wrote it and another saw it. */
class TranslationStoryTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Rendition ARABIC =
            new Rendition("ar", "بيع الوصول.", Rendition.Making.SWORN, "Translation service", true, TODAY);
    private static final Rendition FRENCH =
            new Rendition("fr", "Un accès a été vendu.", Rendition.Making.MACHINE, "Duty desk", false, TODAY);
    private static final Rendition PORTUGUESE =
            new Rendition("pt", "O acesso foi vendido.", Rendition.Making.STAFF, "Duty desk", true, TODAY);

    static TwoNodes nodes;
    static TestNode portugal;
    static TestNode brazil;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes();
        portugal = nodes.portugal;
        brazil = nodes.brazil;
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    private static void attach(RequestId id, Rendition rendition) {
        portugal.the(TranslatingRequest.class).attach(portugal.officer, id, FreeText.FACTS, rendition);
    }

    private static void send(RequestId id) {
        nodes.submit(id);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        nodes.carry();
    }

    private static Standing standing(RequestId id, String language) {
        var request = portugal.view(id).request();
        return request.translations()
                .find(FreeText.FACTS, language)
                .orElseThrow()
                .standing(request.content());
    }

    @Test
    void translationsReachTheOtherSideWithWhoMadeThemAndHow() {
        var id = nodes.drafted();
        attach(id, ARABIC);
        attach(id, PORTUGUESE);
        send(id);

        var arrived = brazil.view(id).request();
        assertThat(arrived.translations().all())
                .extracting(Translation::rendition)
                .containsExactly(ARABIC, PORTUGUESE);
        assertThat(arrived.translations().current(FreeText.FACTS, arrived.content()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.attachedBy()).isEmpty());
        assertThat(brazil.view(id).form()).isEqualTo(portugal.view(id).form());
        assertThat(brazil.view(id).form().orElseThrow())
                .as("beside the original, from right to left, and the language without phrase tables too")
                .contains(ARABIC.words(), PORTUGUESE.words(), "dir=\"rtl\"", "Translation service", "By staff");
    }

    @Test
    void aTextThatWasChangedMakesItsTranslationStaleAndThatDoesNotLeave() {
        var id = nodes.drafted();
        attach(id, FRENCH);
        assertThat(standing(id, "fr")).isEqualTo(Standing.CURRENT);
        var content = portugal.view(id).request().content();
        var drafting = portugal.the(DraftingRequest.class);
        drafting.save(portugal.officer, id, nodes.version(id), content.withFacts("Access was rented."));

        assertThat(standing(id, "fr")).isEqualTo(Standing.STALE);
        send(id);
        assertThat(brazil.view(id).request().translations().all()).isEmpty();
        assertThat(brazil.view(id).form().orElseThrow()).doesNotContain(FRENCH.words());
    }

    @Test
    void aTranslationIsReplacedRemovedAndPutBackAndTheJournalKeepsEach() {
        var id = nodes.drafted();
        portugal.journal.clear();
        var translating = portugal.the(TranslatingRequest.class);
        attach(id, FRENCH);
        attach(id, new Rendition("fr", "L’accès a été vendu.", Rendition.Making.STAFF, "Duty desk", true, TODAY));
        translating.remove(portugal.officer, id, FreeText.FACTS, "fr");
        assertThat(standing(id, "fr")).isEqualTo(Standing.REMOVED);
        assertThatThrownBy(() -> translating.remove(portugal.officer, id, FreeText.FACTS, "fr"))
                .isInstanceOf(NotFound.class);
        translating.putBack(portugal.officer, id, FreeText.FACTS, "fr");

        assertThat(standing(id, "fr")).isEqualTo(Standing.CURRENT);
        assertThat(portugal.view(id).request().translations().all())
                .extracting(it -> it.rendition().words())
                .containsExactly("L’accès a été vendu.");
        assertThat(portugal.journal)
                .filteredOn(it -> it.subject().equals("request:" + id))
                .extracting(Journaled::what)
                .containsExactly(
                        "translation-attached", "translation-replaced", "translation-removed", "translation-put-back");
    }

    @Test
    void whoAttachedATranslationDoesNotApproveIt() {
        var id = nodes.drafted();
        nodes.submit(id);
        var before = nodes.version(id);
        portugal.the(TranslatingRequest.class).attach(portugal.secondApprover, id, FreeText.FACTS, FRENCH);

        assertThat(nodes.version(id)).as("who looked before looks again").isGreaterThan(before);
        var approving = portugal.the(ApprovingRequest.class);
        assertThatThrownBy(() -> approving.approve(portugal.secondApprover, id, ""))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("translation");
        approving.approve(portugal.approver, id, "");
        nodes.carry();
        assertThat(brazil.view(id).request().translations().all()).hasSize(1);
    }

    @Test
    void whatHasLeftStaysAsItLeftAndTheReaderMayTranslateForItself() {
        var id = nodes.drafted();
        attach(id, FRENCH);
        send(id);
        assertThat(portugal.view(id).translates()).isFalse();
        assertThatThrownBy(() -> attach(id, ARABIC)).isInstanceOf(ActRefused.NotPermitted.class);

        var own = brazil.the(TranslatingRequest.class);
        own.attach(brazil.officer, id, FreeText.FACTS, PORTUGUESE);
        assertThat(brazil.view(id).request().translations().all()).hasSize(2);
        assertThat(portugal.view(id).request().translations().all()).hasSize(1);
        assertThatThrownBy(() -> own.attach(brazil.officer, id, FreeText.FACTS, FRENCH))
                .isInstanceOf(ActRefused.NotPermitted.class);
        assertThat(brazil.state(id)).isEqualTo(RequestState.SENT);
    }

    @Test
    void onlyTheDeskTranslatesAndOnlyWhatIsWritten() {
        var id = nodes.drafted();
        var translating = portugal.the(TranslatingRequest.class);
        assertThatThrownBy(() -> translating.attach(portugal.overseer, id, FreeText.FACTS, FRENCH))
                .isInstanceOf(ActRefused.NotPermitted.class);
        assertThatThrownBy(() -> translating.attach(portugal.officer, id, FreeText.CONDITIONS, FRENCH))
                .isInstanceOf(ActRefused.Malformed.class);
        assertThatThrownBy(() -> attach(id, new Rendition("en", "Sold.", Rendition.Making.STAFF, "Desk", true, TODAY)))
                .isInstanceOf(ActRefused.Malformed.class);
        assertThatThrownBy(() -> attach(id, new Rendition("fr", "Vendu.", Rendition.Making.STAFF, " ", true, TODAY)))
                .isInstanceOf(ActRefused.Malformed.class);
    }

    @Test
    void aTranslationIsNeededWhereTheOriginalIsNotAccepted() {
        assertThat(Translations.needed(List.of("ru", "fr"))).contains("ru");
        assertThat(Translations.needed(List.of("fr", "en"))).isEmpty();
        assertThat(Translations.needed(List.of())).isEmpty();
        var id = nodes.drafted();
        attach(id, FRENCH);
        var request = portugal.view(id).request();
        var texts = FreeText.saidIn(request.content()).size();
        var into = request.translations().into("fr", request.content());
        assertThat(into.current()).isEqualTo(1);
        assertThat(into.missing()).isEqualTo(texts - 1);
        assertThat(into.isWhole()).isFalse();
    }

    @Test
    void theFormOnPaperHasTheTranslationInTheColumnOfItsLanguage() {
        var id = nodes.drafted();
        attach(id, ARABIC);
        assertThat(portugal.the(Forms.class).preview(portugal.view(id).request()))
                .contains(ARABIC.words())
                .contains("أعد");
    }
}

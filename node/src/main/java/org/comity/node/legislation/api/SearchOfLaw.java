package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Export;
import org.comity.node.legislation.search.LawEntry;
import org.comity.node.legislation.search.LawIndex;
import org.comity.node.legislation.search.SearchingLaw;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds everything of the law by words. */
@RestController
@RequestMapping("/api/v1/law")
class SearchOfLaw {

    private static final int LONGEST = 200;

    private final SearchingLaw searching;

    SearchOfLaw(SearchingLaw searching) {
        this.searching = searching;
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(Asked asked) {
        asked.takes("q", "kind", "page", "size", "format");
        String words = asked.text("q", LONGEST);
        Optional<String> word = asked.word(
                "kind", "kind of entry", Arrays.stream(LawEntry.Kind.values()).map(LawEntry.Kind::code));
        Optional<LawEntry.Kind> kind = Arrays.stream(LawEntry.Kind.values())
                .filter(one -> word.filter(one.code()::equals).isPresent())
                .findFirst();
        return Reply.page(asked, () -> {
            LawIndex.Found found = searching.find(words, kind, (asked.page() - 1) * asked.size(), asked.size());
            return new Listing<>(
                    "search",
                    object("query", words, "loosely", found.loosely(), "kinds", perKind(found)),
                    found.total(),
                    found.entries(),
                    SearchOfLaw::json,
                    Listing.Table.of(found.entries(), SearchOfLaw::row));
        });
    }

    private static Map<String, @Nullable Object> perKind(LawIndex.Found found) {
        Map<String, @Nullable Object> kinds = object();
        for (LawEntry.Kind kind : LawEntry.Kind.values()) {
            kinds.put(kind.code(), found.perKind().getOrDefault(kind, 0));
        }
        return kinds;
    }

    private static Map<String, @Nullable Object> json(LawEntry entry) {
        return object(
                "kind", entry.kind().code(),
                "title", entry.title(),
                "citation", entry.citation(),
                "text", entry.text(),
                "page", entry.path());
    }

    private static Export.Row row(LawEntry entry) {
        return Export.row(
                "kind", entry.kind().code(),
                "title", entry.title(),
                "citation", entry.citation(),
                "text", entry.text(),
                "page", entry.path());
    }
}

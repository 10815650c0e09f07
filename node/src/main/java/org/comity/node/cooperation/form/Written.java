package org.comity.node.cooperation.form;

import java.util.Optional;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.Request;
import org.comity.node.documents.FormValue;
import org.comity.node.frame.Said;

/** What people wrote in a request, each text with the translations that are true of it. */
record Written(Request request) {

    FormValue of(FreeText text) {
        var free = FormValue.free(text.in(request.content()));
        for (var translation : request.translations().current(text, request.content())) {
            free = free.translated(printed(translation.rendition()));
        }
        return free;
    }

    private static FormValue.Translation printed(Rendition it) {
        return new FormValue.Translation(it.language(), it.words(), it.by(), Optional.of(made(it)));
    }

    private static FormValue.Phrase made(Rendition it) {
        var key = "documents.translation." + it.made().token() + (it.reviewed() ? ".reviewed" : "");
        return new FormValue.Phrase(Said.of(key, it.on().toString()));
    }
}

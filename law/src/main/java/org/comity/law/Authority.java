package org.comity.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An institution that a State has named for a function. No persons, numbers or mailboxes stand here.
 *
 * @param function 24-7-contact, mla-central, extradition, subscriber-info or emergency
 * @param instrument the instrument it was named under
 * @param kind police, prosecution, justice-ministry or other
 * @param languages languages it takes, where a declaration names them
 * @param alwaysOn whether the treaty asks that it can be reached at any hour (ETS 185 art. 35)
 * @param url home page of the institution
 * @param lastConfirmed the date that the source stands for
 * @param note doubts; empty if none
 */
public record Authority(
        StateCode state,
        String function,
        String instrument,
        String institution,
        String kind,
        List<String> languages,
        boolean alwaysOn,
        Optional<String> url,
        LocalDate lastConfirmed,
        Basis basis,
        String source,
        String note) {

    public Authority {
        languages = List.copyOf(languages);
    }
}

package org.comity.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A provision of an instrument.
 *
 * @param id instrument and article, such as {@code ets185:29}
 * @param instrument id of the instrument
 * @param article the article as cited
 * @param kind offence, procedural-power, cooperation, jurisdiction, safeguard or institution
 * @param title short title; the subject where none was given
 * @param subject what it says, in our own words
 * @param dataCategories which data it reaches; empty where it is not about data
 * @param measure what it is about
 * @param correspondsTo the provision of another instrument that describes the same conduct
 * @param elements what an offence has and may ask
 * @param deadlines time limits, with those it borrows from other provisions
 * @param refusalGrounds the closed list, with grounds it borrows
 * @param requestContents what a request must contain, with elements it borrows
 * @param near provisions that ask something similar of national law, by which a drafter may begin
 * @param texts further summaries by key: forms, duties, confidentiality, reservations, notes, costs ...
 * @param sources where it was read
 * @param asOf the date that the row stands for
 */
public record Provision(
        String id,
        String instrument,
        String article,
        String kind,
        String title,
        String subject,
        Set<DataCategory> dataCategories,
        Measure measure,
        Optional<String> correspondsTo,
        OffenceElements elements,
        List<Deadline> deadlines,
        List<RefusalGround> refusalGrounds,
        List<RequestElement> requestContents,
        List<String> near,
        Map<String, String> texts,
        List<String> sources,
        LocalDate asOf,
        Basis basis) {

    public Provision {
        dataCategories = Set.copyOf(dataCategories);
        deadlines = List.copyOf(deadlines);
        refusalGrounds = List.copyOf(refusalGrounds);
        requestContents = List.copyOf(requestContents);
        near = List.copyOf(near);
        texts = Map.copyOf(texts);
        sources = List.copyOf(sources);
    }

    /** Whether the provision reaches data of this category. */
    public boolean covers(DataCategory category) {
        return category == DataCategory.ANY
                || dataCategories.contains(DataCategory.ANY)
                || dataCategories.contains(category);
    }

    /** A further summary, such as {@code duties}. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    public boolean isOffence() {
        return kind.equals("offence");
    }

    /**
     * Whether a Party must have it in its own law: an offence, a power or a ground of jurisdiction. A clause that only says how
     * far the powers reach is no power; the rest of a treaty works by itself once it binds, unless the data set says what
     * it asks ({@code national_law}).
     */
    public boolean mustBeInNationalLaw() {
        return switch (kind) {
            case "offence", "jurisdiction" -> true;
            case "procedural-power" -> measure != Measure.GOVERNANCE;
            default -> texts.containsKey("national_law");
        };
    }

    /** The sources in one line. */
    public String source() {
        return String.join("; ", sources);
    }
}

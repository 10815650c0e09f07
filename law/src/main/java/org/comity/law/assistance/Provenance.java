package org.comity.law.assistance;

/**
 * Where a row comes from.
 *
 * @param source address or document; empty for what is only recalled
 * @param asOf day, month or year that the source stands for; empty where it has none
 * @param basis {@code verified}, {@code partly-verified} or {@code recalled}
 * @param note what was not read; empty if nothing
 */
public record Provenance(String source, String asOf, String basis, String note) {}

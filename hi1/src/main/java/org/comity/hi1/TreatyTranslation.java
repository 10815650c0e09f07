package org.comity.hi1;

import java.time.LocalDate;

/**
 * What a person wrote freely, in another language.
 *
 * @param text which text of the request it is of, such as {@code facts}
 * @param made how it came about, such as {@code sworn}, {@code staff} or {@code machine}
 * @param by who answers for it
 * @param reviewed a person who knows both languages read it beside the original
 */
public record TreatyTranslation(
        String text, Language language, String words, String made, String by, boolean reviewed, LocalDate on) {

    public TreatyTranslation {
        Token.check("translated text", text);
        Text.longString("translation", words);
        Token.check("how it was translated", made);
        Text.longString("who translated", by);
        Moments.check(on);
    }
}

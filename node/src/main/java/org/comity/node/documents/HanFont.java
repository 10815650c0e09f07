package org.comity.node.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * A Chinese font without its radicals. It draws a radical and the character that looks alike with one glyph, and what is
 * copied from a PDF or searched in it would be the radical: U+2F47 in the place of U+65E5, sun. So the table of characters
 * (OpenType, cmap, format 12) loses the entries between U+2E80 and U+2FDF before the font is used.
 */
final class HanFont {

    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int CMAP = 0x636D6170;
    private static final int GROUPS_OF_FORMAT_12 = 16;
    private static final int GROUP = 12;

    private HanFont() {}

    static InputStream withoutRadicals(InputStream font) {
        try (font) {
            var bytes = ByteBuffer.wrap(font.readAllBytes());
            var cmap = table(bytes, CMAP);
            int subtables = Short.toUnsignedInt(bytes.getShort(cmap + 2));
            for (int at = 0; at < subtables; at++) {
                clear(bytes, cmap + bytes.getInt(cmap + 4 + 8 * at + 4));
            }
            return new ByteArrayInputStream(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read a font.", e);
        }
    }

    private static int table(ByteBuffer font, int tag) {
        int tables = Short.toUnsignedInt(font.getShort(4));
        for (int at = 0; at < tables; at++) {
            if (font.getInt(12 + 16 * at) == tag) {
                return font.getInt(12 + 16 * at + 8);
            }
        }
        throw new IllegalStateException("The font has no table of characters.");
    }

    private static void clear(ByteBuffer font, int subtable) {
        if (font.getShort(subtable) != 12) {
            return;
        }
        int groups = font.getInt(subtable + 12);
        for (int at = 0; at < groups; at++) {
            int group = subtable + GROUPS_OF_FORMAT_12 + GROUP * at;
            int first = font.getInt(group);
            int last = font.getInt(group + 4);
            if (first >= FIRST_RADICAL && last <= LAST_RADICAL) {
                // one character, and that without a glyph
                font.putInt(group + 4, first);
                font.putInt(group + 8, 0);
            }
        }
    }
}

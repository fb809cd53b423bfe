package org.maquete.tool.cliff;

/**
 * How many columns of a terminal a text takes, as the library wcwidth counts.
 *
 * <p>Simplified: the ranges of wide characters are whole blocks (CJK, Hangul, full-width forms,
 * emoji), not wcwidth's table character by character.
 */
final class TextWidth {

    private TextWidth() {}

    /** The width of the widest line. */
    static int widest(String text) {
        if (text.indexOf('\n') < 0) {
            return of(text);
        }
        int widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, of(line));
        }
        return widest;
    }

    /** The width of one line; -1 when it has a control character, as wcwidth says. */
    static int of(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int point = line.codePointAt(i);
            if (point >= ' ' && point <= '~') {
                width++;
                continue;
            }
            if (Character.getType(point) == Character.CONTROL) {
                return -1;
            }
            width += width(point);
        }
        return width;
    }

    private static int width(int point) {
        int type = Character.getType(point);
        boolean isZero =
                type == Character.NON_SPACING_MARK
                        || type == Character.ENCLOSING_MARK
                        || (type == Character.FORMAT && point != 0xad);
        return isZero ? 0 : isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf && point != 0x303f)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0xffe0 && point <= 0xffe6)
                || (point >= 0x1f300 && point <= 0x1f64f)
                || (point >= 0x1f900 && point <= 0x1f9ff)
                || (point >= 0x20000 && point <= 0x3fffd);
    }
}

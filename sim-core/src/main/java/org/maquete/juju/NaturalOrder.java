package org.maquete.juju;

/** Order of names in which runs of digits compare as numbers: juju/naturalsort. */
final class NaturalOrder {

    private NaturalOrder() {}

    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = end(a, i);
            int endB = end(b, j);
            int order = part(a.substring(i, endA), b.substring(j, endB));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        int left = Integer.compare(a.length() - i, b.length() - j);
        return left != 0 ? left : a.compareTo(b);
    }

    private static int part(String a, String b) {
        if (!isDigit(a.charAt(0)) || !isDigit(b.charAt(0))) {
            return a.compareTo(b);
        }
        String one = withoutZeros(a);
        String other = withoutZeros(b);
        int length = Integer.compare(one.length(), other.length());
        return length != 0 ? length : one.compareTo(other);
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    /** The end of the run of digits, or of one other character, at {@code from}. */
    private static int end(String text, int from) {
        int end = from + 1;
        while (isDigit(text.charAt(from)) && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

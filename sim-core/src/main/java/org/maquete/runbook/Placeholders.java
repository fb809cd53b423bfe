package org.maquete.runbook;

/**
 * Stand-ins for values that only the operator knows.
 *
 * <p>Every question looks at a bounded number of characters, so asking it at each character of a
 * long text stays linear.
 */
final class Placeholders {
    private static final int LENGTH_MAX = 80;
    private static final int CLOSING_TAG_DISTANCE_MAX = 200;
    private static final int OCTET_COUNT = 4;
    private static final int OCTET_LENGTH_MAX = 3;
    private static final String[] PREFIXES = {"YOUR_", "SEU_", "SUA_", "CHANGE_"};

    private Placeholders() {}

    /** The length of the placeholder that begins at {@code at}, or 0. */
    static int lengthAt(String text, int at, boolean quoted) {
        return switch (text.charAt(at)) {
            case '<' -> angleLength(text, at, quoted);
            case '{' -> braceLength(text, at);
            case 'X' -> wordStartsAt(text, at) ? lettersOrAddress(text, at) : 0;
            case 'Y', 'S', 'C' -> wordStartsAt(text, at) ? namedLength(text, at) : 0;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    wordStartsAt(text, at) ? addressLength(text, at) : 0;
            default -> 0;
        };
    }

    private static boolean wordStartsAt(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != '.' && before != '$';
    }

    /** {@code <machine-id>}, but not {@code <file >out} and not the tags of a markup language. */
    private static int angleLength(String text, int at, boolean quoted) {
        int close = closingAngle(text, at);
        if (close < 0 || !Character.isLetter(text.charAt(at + 1))) {
            return 0;
        }
        String inner = text.substring(at + 1, close);
        boolean address = inner.contains("://") || (quoted && inner.indexOf('@') >= 0);
        return endsLikeRedirect(inner) || address || tagClosesBehind(text, close)
                ? 0
                : close + 1 - at;
    }

    private static int closingAngle(String text, int at) {
        int last = Math.min(text.length() - 1, at + LENGTH_MAX);
        for (int i = at + 1; i <= last; i++) {
            switch (text.charAt(i)) {
                case '>' -> {
                    return i;
                }
                case '<', ';', '&', '"', '\'', '`', '$', '(', ')', '\\', '\n' -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    /** A blank, or a blank and a file descriptor, in front of {@code >}: input, then output. */
    private static boolean endsLikeRedirect(String inner) {
        char last = inner.charAt(inner.length() - 1);
        boolean descriptor =
                inner.length() > 1
                        && Character.isDigit(last)
                        && Character.isWhitespace(inner.charAt(inner.length() - 2));
        return Character.isWhitespace(last) || descriptor || inner.contains(" |");
    }

    private static boolean tagClosesBehind(String text, int from) {
        int end = Math.min(text.length() - 1, from + CLOSING_TAG_DISTANCE_MAX);
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '<' && text.charAt(i + 1) == '/') {
                return true;
            }
        }
        return false;
    }

    /** {@code {{ vault_token }}}, but not the Go templates of {@code --format '{{.Name}}'}. */
    private static int braceLength(String text, int at) {
        if (!text.startsWith("{{", at)) {
            return 0;
        }
        int last = Math.min(text.length() - 1, at + LENGTH_MAX);
        int letterCount = 0;
        for (int i = at + 2; i < last; i++) {
            char c = text.charAt(i);
            if (c == '}') {
                return letterCount > 0 && text.charAt(i + 1) == '}' ? i + 2 - at : 0;
            }
            if (Character.isLetter(c)) {
                letterCount++;
            } else if (c != ' ' && c != '_' && c != '-' && !Character.isDigit(c)) {
                return 0;
            }
        }
        return 0;
    }

    private static int lettersOrAddress(String text, int at) {
        int address = addressLength(text, at);
        return address > 0 ? address : lettersLength(text, at);
    }

    /** {@code XXX} and longer, standing alone or behind a sign as in {@code token=XXX}. */
    private static int lettersLength(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == 'X') {
            end++;
        }
        boolean alone = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return alone && end - at >= 3 ? end - at : 0;
    }

    /** {@code 10.103.0.X}: four octets of which one or more are not given. */
    private static int addressLength(String text, int at) {
        int end = at;
        boolean open = false;
        for (int octet = 0; octet < OCTET_COUNT; octet++) {
            if (octet > 0 && (end >= text.length() || text.charAt(end++) != '.')) {
                return 0;
            }
            int length = octetLength(text, end);
            if (length == 0) {
                return 0;
            }
            open |= !Character.isDigit(text.charAt(end));
            end += length;
        }
        boolean alone = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return open && alone ? end - at : 0;
    }

    private static int octetLength(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < OCTET_LENGTH_MAX) {
            char c = text.charAt(end);
            char first = text.charAt(at);
            boolean fits = Character.isDigit(first) ? Character.isDigit(c) : c == first;
            if (!fits || !(Character.isDigit(c) || c == 'X' || c == 'x')) {
                break;
            }
            end++;
        }
        return end - at;
    }

    private static int namedLength(String text, int at) {
        for (String prefix : PREFIXES) {
            if (text.startsWith(prefix, at)) {
                int end = at + prefix.length();
                while (end < text.length() && isNameCharacter(text.charAt(end))) {
                    end++;
                }
                return end > at + prefix.length() ? end - at : 0;
            }
        }
        return 0;
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}

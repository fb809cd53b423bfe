package org.maquete.ceph.client;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word or a value in the signature of a command.
 *
 * @param name of the value; the word itself for a word
 * @param isMany whether it takes one value or more
 * @param limits choices, a range or good characters, by type
 */
record Argument(String name, Type type, boolean isRequired, boolean isMany, String limits) {

    /** What a value may be. */
    enum Type {
        WORD,
        INT,
        FLOAT,
        BOOL,
        STRING,
        CHOICES,
        POOL,
        OSD,
        PG,
        OTHER;

        static Type named(String name) {
            return switch (name) {
                case "CephInt" -> INT;
                case "CephFloat" -> FLOAT;
                case "CephBool" -> BOOL;
                case "CephString" -> STRING;
                case "CephChoices" -> CHOICES;
                case "CephPoolname" -> POOL;
                case "CephOsdName" -> OSD;
                case "CephPgid" -> PG;
                default -> OTHER;
            };
        }
    }

    /** Reads {@code tree} or {@code <epoch;CephInt;0;0;0>}. */
    static Argument parse(String text) {
        if (!text.startsWith("<")) {
            return new Argument(text, Type.WORD, true, false, "");
        }
        String[] parts = text.substring(1, text.length() - 1).split(";", 5);
        boolean isRequired = parts[2].equals("1");
        Type type = Type.named(parts[1]);
        return new Argument(parts[0], type, isRequired, parts[3].equals("1"), parts[4]);
    }

    /** As the short help shows it: {@code [<epoch:int>]}. */
    String help() {
        String chunk =
                switch (type) {
                    case WORD -> name;
                    case BOOL -> "--" + name.replace('_', '-');
                    case CHOICES -> name.equals("format") ? "--format {" + limits + "}" : limits;
                    case OSD -> "<id|osd.id>";
                    case INT -> "<" + name + ":int>";
                    case FLOAT -> "<" + name + ":float>";
                    case STRING, POOL, PG, OTHER -> "<" + name + ">";
                };
        String all = chunk + (isMany ? "..." : "");
        return isRequired ? all : "[" + all + "]";
    }

    /** As complaints name it: {@code pool(<poolname>)}. */
    String described() {
        if (type == Type.CHOICES && !limits.contains("|")) {
            return isRequired ? limits : "[" + limits + "]";
        }
        String all = name + "(" + kind() + ")" + (isMany ? "..." : "");
        return isRequired ? all : "[" + all + "]";
    }

    private String kind() {
        return switch (type) {
            case WORD, CHOICES -> limits;
            case BOOL -> "<bool>";
            case INT -> "<int" + range() + ">";
            case FLOAT -> "<float" + range() + ">";
            case STRING -> limits.isEmpty() ? "<string>" : "<string(goodchars " + limits + ")>";
            case POOL -> "<poolname>";
            case OSD -> "<osdname (id|osd.id)>";
            case PG -> "<pgid>";
            case OTHER -> "<" + name + ">";
        };
    }

    private String range() {
        if (limits.isEmpty()) {
            return "";
        }
        List<String> ends = Arrays.stream(limits.split("\\|", -1)).map(this::shown).toList();
        return "[" + ends.getFirst() + "-" + (ends.size() > 1 ? ends.getLast() : "") + "]";
    }

    /** A number as Python shows it. */
    private String shown(String number) {
        return type == Type.FLOAT ? String.valueOf(Double.parseDouble(number)) : number;
    }

    /** The complaint about a value; empty when it fits. */
    Optional<String> complaint(String value, boolean isByName) {
        if (isMany && (isByName || type != Type.STRING)) {
            for (String each : value.split(",", -1)) {
                Optional<String> complaint = complaintOfOne(each);
                if (complaint.isPresent()) {
                    return complaint;
                }
            }
            return Optional.empty();
        }
        return complaintOfOne(value);
    }

    private Optional<String> complaintOfOne(String value) {
        return switch (type) {
            case WORD -> value.equals(name) ? Optional.empty() : Optional.of("");
            case CHOICES ->
                    List.of(limits.split("\\|", -1)).contains(value)
                            ? Optional.empty()
                            : Optional.of(value + " not in " + limits);
            case INT -> intComplaint(value);
            case FLOAT -> floatComplaint(value);
            case BOOL ->
                    List.of("true", "1", "false", "0").contains(lower(value))
                            ? Optional.empty()
                            : Optional.of(value + " not one of 'true', 'false'");
            case STRING -> stringComplaint(value);
            case OSD -> osdComplaint(value);
            case PG -> pgComplaint(value);
            case POOL, OTHER -> Optional.empty();
        };
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private Optional<String> intComplaint(String value) {
        if (!value.matches("[+-]?(0|[1-9][0-9]*|0x[0-9a-fA-F]+|0+)")) {
            return Optional.of(value + " doesn't represent an int");
        }
        BigInteger number =
                value.contains("x")
                        ? new BigInteger(value.replace("0x", ""), 16)
                        : new BigInteger(value);
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = limits.split("\\|", -1);
        boolean isLow = number.compareTo(new BigInteger(ends[0])) < 0;
        boolean isHigh = ends.length > 1 && number.compareTo(new BigInteger(ends[1])) > 0;
        return isLow || isHigh
                ? Optional.of(number + " not in range [" + String.join(", ", ends) + "]")
                : Optional.empty();
    }

    private Optional<String> floatComplaint(String value) {
        if (!value.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            return Optional.of(value + " doesn't represent a float");
        }
        double number = Double.parseDouble(value);
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = limits.split("\\|", -1);
        boolean isLow = number < Double.parseDouble(ends[0]);
        boolean isHigh = ends.length > 1 && number > Double.parseDouble(ends[1]);
        List<String> shown = Arrays.stream(ends).map(this::shown).toList();
        return isLow || isHigh
                ? Optional.of(number + " not in range [" + String.join(", ", shown) + "]")
                : Optional.empty();
    }

    private Optional<String> stringComplaint(String value) {
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        String bad = value.replaceAll(limits, "");
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of("invalid chars " + bad + " in " + value);
    }

    private static Optional<String> osdComplaint(String value) {
        if (value.equals("*")) {
            return Optional.empty();
        }
        int dot = value.indexOf('.');
        if (dot >= 0 && !value.substring(0, dot).equals("osd")) {
            return Optional.of("unknown type " + value.substring(0, dot));
        }
        String id = value.substring(dot + 1);
        if (!id.matches("[+-]?[0-9]+")) {
            return Optional.of("osd id " + id + " not integer");
        }
        return id.startsWith("-")
                ? Optional.of("osd id " + id + " is less than 0")
                : Optional.empty();
    }

    private static Optional<String> pgComplaint(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.of("pgid has no .");
        }
        String pool = value.substring(0, dot);
        String group = value.substring(dot + 1);
        if (!pool.matches("[+-]?[0-9]+")) {
            return Optional.of("pool " + pool + " not integer");
        }
        if (pool.startsWith("-")) {
            return Optional.of("pool " + pool + " < 0");
        }
        return group.matches("[0-9a-fA-F]+")
                ? Optional.empty()
                : Optional.of("pgnum " + group + " not hex integer");
    }

    /** Whether a word could be the beginning of this one. */
    boolean mayBecome(String word) {
        return switch (type) {
            case WORD -> name.startsWith(word);
            case CHOICES ->
                    Arrays.stream(limits.split("\\|", -1)).anyMatch(each -> each.startsWith(word));
            default -> complaint(word, false).isEmpty();
        };
    }
}

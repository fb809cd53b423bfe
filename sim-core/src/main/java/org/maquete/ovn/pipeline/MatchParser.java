package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a match of OVN's expression language (ovn-sb(5), "match"): {@code &&}, {@code ||}, {@code
 * !}, parentheses, comparisons of a field with constants, sets and groups, and the names of kinds
 * of packets. A name that is not modelled becomes a match that says so when it is reached.
 */
final class MatchParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|&&|\\|\\||[=!<>]=|[<>!(){},]|[^\\s()={}!<>&|,\"]+)");

    private final List<String> tokens = new ArrayList<>();
    private final ToIntFunction<String> setNumber;
    private int at;

    private MatchParser(String text, ToIntFunction<String> setNumber) {
        this.setNumber = setNumber;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    /**
     * @param setNumber the number of an address set by its name
     */
    static Match parse(String text, ToIntFunction<String> setNumber) {
        MatchParser parser = new MatchParser(text, setNumber);
        try {
            Match match = parser.or();
            return parser.at == parser.tokens.size() ? match : new Match.NotModelled(text);
        } catch (IllegalArgumentException _) {
            return new Match.NotModelled(text);
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    private boolean skip(String token) {
        if (peek().equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private Match or() {
        List<Match> any = new ArrayList<>(List.of(and()));
        while (skip("||")) {
            any.add(and());
        }
        return Match.or(any);
    }

    private Match and() {
        List<Match> all = new ArrayList<>(List.of(one()));
        while (skip("&&")) {
            all.add(one());
        }
        return Match.and(all);
    }

    private Match one() {
        if (skip("!")) {
            return Match.negated(one());
        }
        if (skip("(")) {
            Match inner = or();
            if (!skip(")")) {
                throw new IllegalArgumentException("expected a closing parenthesis");
            }
            return inner;
        }
        String name = next();
        String relation = peek();
        if (!relation.equals("==") && !relation.endsWith("=") && !isOrder(relation)) {
            return kind(name);
        }
        at++;
        List<String> constants = constants();
        List<Match> any = new ArrayList<>();
        for (String constant : constants) {
            any.add(compared(name, relation.equals("!=") ? "==" : relation, constant));
        }
        Match equal = Match.or(any);
        Match compared = relation.equals("!=") ? Match.negated(equal) : equal;
        return Match.and(List.of(needed(name), compared));
    }

    private static boolean isOrder(String token) {
        return token.equals("<") || token.equals(">");
    }

    private List<String> constants() {
        if (!skip("{")) {
            return List.of(next());
        }
        List<String> all = new ArrayList<>();
        while (!skip("}")) {
            if (!skip(",")) {
                all.add(next());
            }
            if (at > tokens.size()) {
                throw new IllegalArgumentException("expected a closing brace");
            }
        }
        return all;
    }

    /** A name without a comparison. */
    private static Match kind(String name) {
        return switch (name) {
            case "1" -> Match.Const.TRUE;
            case "0" -> Match.Const.FALSE;
            case "ip4" -> eth(Field.IP4);
            case "ip6" -> eth(Field.IP6);
            case "arp" -> eth(Field.ARP);
            case "ip" -> ip();
            case "tcp" -> proto(ip(), Field.TCP);
            case "udp" -> proto(ip(), Field.UDP);
            case "sctp" -> proto(ip(), Field.SCTP);
            case "icmp4" -> proto(eth(Field.IP4), Field.ICMP);
            case "icmp6" -> proto(eth(Field.IP6), Field.ICMP6);
            case "icmp" -> Match.or(List.of(kind("icmp4"), kind("icmp6")));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Match eth(long type) {
        return new Match.Range(Field.ETH_TYPE, type, type);
    }

    private static Match ip() {
        return Match.or(List.of(eth(Field.IP4), eth(Field.IP6)));
    }

    private static Match proto(Match ip, long number) {
        return Match.and(List.of(ip, new Match.Range(Field.IP_PROTO, number, number)));
    }

    /** What a packet has to be before it has the field. */
    private static Match needed(String name) {
        String prefix = name.substring(0, Math.max(0, name.indexOf('.')));
        return prefix.isEmpty() || prefix.equals("eth") ? Match.Const.TRUE : kind(prefix);
    }

    private Match compared(String name, String relation, String constant) {
        return switch (name) {
            case "inport", "outport" -> new Match.PortIs(name.equals("inport"), bare(constant));
            case "ip4.src", "ip6.src", "arp.spa" -> address(Field.IP_SRC, constant);
            case "ip4.dst", "ip6.dst", "arp.tpa" -> address(Field.IP_DST, constant);
            case "eth.src" -> mac(Field.ETH_SRC, constant);
            case "eth.dst" -> mac(Field.ETH_DST, constant);
            case "eth.type" -> number(Field.ETH_TYPE, relation, constant);
            case "ip.proto" -> number(Field.IP_PROTO, relation, constant);
            case "ip.ttl" -> number(Field.TTL, relation, constant);
            case "arp.op" -> number(Field.ARP_OP, relation, constant);
            case "tcp.src", "udp.src", "sctp.src", "icmp4.type", "icmp6.type" ->
                    number(Field.SPORT, relation, constant);
            case "tcp.dst", "udp.dst", "sctp.dst", "icmp4.code", "icmp6.code" ->
                    number(Field.DPORT, relation, constant);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String bare(String constant) {
        return constant.replace("\"", "");
    }

    private static Match mac(int field, String constant) {
        long mac = Mac.parse(constant);
        return new Match.Range(field, mac, mac);
    }

    private Match address(int field, String constant) {
        if (constant.startsWith("$")) {
            return new Match.InSet(field, setNumber.applyAsInt(constant.substring(1)));
        }
        return new Match.In(field, Cidr.parse(constant));
    }

    private static Match number(int field, String relation, String constant) {
        String lower = constant.toLowerCase(Locale.ROOT);
        long value = Long.decode(lower);
        return switch (relation) {
            case "==" -> new Match.Range(field, value, value);
            case ">=" -> new Match.Range(field, value, Long.MAX_VALUE);
            case "<=" -> new Match.Range(field, 0, value);
            case ">" -> new Match.Range(field, value + 1, Long.MAX_VALUE);
            case "<" -> new Match.Range(field, 0, value - 1);
            default -> throw new IllegalArgumentException(relation);
        };
    }
}

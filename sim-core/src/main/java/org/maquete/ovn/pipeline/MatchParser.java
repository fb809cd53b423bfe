package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a match of OVN's expression language (ovn-sb(5), "match"): {@code &&}, {@code ||}, {@code
 * !}, parentheses, comparisons of a field with constants, sets and groups, and the names of kinds
 * of packets. A name that is not modelled becomes a match that says so when it is reached. A match
 * that OVN itself refuses, as one that asks {@code ip.ttl} for an order or has {@code !tcp}, is
 * never met: ovn-northd writes its flow, and ovn-controller and ovn-trace leave it out with a
 * warning.
 */
final class MatchParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|&&|\\|\\||[=!<>]=|[<>!(){},]|[^\\s()={}!<>&|,\"]+)");

    /** Fields that OVN asks for equality alone. */
    private static final Set<String> NOMINAL =
            new TreeSet<>(
                    List.of(
                            "arp.op",
                            "eth.type",
                            "icmp4.code",
                            "icmp4.type",
                            "icmp6.code",
                            "icmp6.type",
                            "ip.proto",
                            "ip.ttl"));

    /** Kinds of packets that OVN does not ask for the opposite of. */
    private static final Set<String> PROTOCOLS =
            new TreeSet<>(
                    List.of(
                            "arp", "icmp", "icmp4", "icmp6", "ip", "ip4", "ip6", "nd", "nd_na",
                            "nd_ns", "nd_ra", "nd_rs", "sctp", "tcp", "udp"));

    private final List<String> tokens = new ArrayList<>();
    private final ToIntFunction<String> setNumber;
    private int at;
    private boolean isNegated;
    private boolean isRefused;

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
            if (parser.isRefused) {
                return Match.Const.FALSE;
            }
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
            isNegated = !isNegated;
            Match negated = Match.negated(one());
            isNegated = !isNegated;
            return negated;
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
            isRefused |= isNegated && PROTOCOLS.contains(name);
            return kind(name);
        }
        at++;
        isRefused |= NOMINAL.contains(name) && !relation.equals(isNegated ? "!=" : "==");
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
            case "eth.bcast" -> new Match.Range(Field.ETH_DST, Mac.BROADCAST, Mac.BROADCAST);
            case "eth.mcast" -> new Match.Bit(Field.ETH_DST, Mac.GROUP);
            case "ip4.bcast" -> fourTo("255.255.255.255");
            case "ip4.mcast" -> Match.and(List.of(kind("eth.mcast"), fourTo("224.0.0.0/4")));
            case "ip6.mcast" ->
                    Match.and(
                            List.of(
                                    kind("eth.mcast"),
                                    eth(Field.IP6),
                                    new Match.In(Field.IP_DST, Cidr.parse("ff00::/8"))));
            case "ip.mcast" -> Match.or(List.of(kind("ip4.mcast"), kind("ip6.mcast")));
            case "nd" -> Match.or(List.of(kind("nd_ns"), kind("nd_na")));
            case "nd_rs" -> discovery(133);
            case "nd_ra" -> discovery(134);
            case "nd_ns" -> discovery(135);
            case "nd_na" -> discovery(136);
            case "icmp" -> Match.or(List.of(kind("icmp4"), kind("icmp6")));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Match fourTo(String cidr) {
        return Match.and(List.of(eth(Field.IP4), new Match.In(Field.IP_DST, Cidr.parse(cidr))));
    }

    private static Match discovery(long type) {
        return Match.and(
                List.of(
                        kind("icmp6"),
                        new Match.Range(Field.SPORT, type, type),
                        new Match.Range(Field.DPORT, 0, 0),
                        new Match.Range(Field.TTL, 255, 255)));
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
            case "nd.target" -> address(Field.ND_TARGET, constant);
            case "arp.sha", "nd.sll" -> mac(Field.ARP_SHA, constant);
            case "arp.tha", "nd.tll" -> mac(Field.ARP_THA, constant);
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

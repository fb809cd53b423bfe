package org.maquete.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SinkTest {

    private static void all(Sink sink) {
        sink.text("plain", "vault/0")
                .text("blank", "a b")
                .text("odd", "say \"hi\"\\\n")
                .number("count", -3)
                .real("weight", 0.5)
                .flag("up", true)
                .texts("names", List.of("a", "b c"))
                .ints("pgs", Ints.of(1, 2));
    }

    @Test
    void printsFieldsOnOneLine() {
        TextSink sink = new TextSink();

        all(sink);

        assertThat(sink)
                .hasToString(
                        "plain=vault/0 blank=\"a b\" odd=\"say \\\"hi\\\"\\\\\\n\" count=-3"
                                + " weight=0.5"
                                + " up=true names=[a, \"b c\"] pgs=[1, 2]");
    }

    @Test
    void hashesAlikeInEveryVersionOfMaquete() {
        DigestSink sink = new DigestSink();

        all(sink);

        assertThat(sink.value()).isEqualTo(-3491930925266184230L);
    }

    @Test
    void hashesDifferentFieldsDifferently() {
        Set<Long> values = new LinkedHashSet<>();
        values.add(digest(s -> s.text("t", "ab").text("t", "c")));
        values.add(digest(s -> s.text("t", "a").text("t", "bc")));
        values.add(digest(s -> s.text("t", "abc").text("t", "")));
        values.add(digest(s -> s.texts("t", List.of("ab", "c"))));
        values.add(digest(s -> s.ints("t", Ints.of(1, 2))));
        values.add(digest(s -> s.ints("t", Ints.of(2, 1))));
        values.add(digest(s -> s.number("t", 1)));
        values.add(digest(s -> s.number("t", 1).number("t", 0)));

        assertThat(values).hasSize(8);
    }

    private interface Fields {
        void to(Sink sink);
    }

    private static long digest(Fields fields) {
        DigestSink sink = new DigestSink();
        fields.to(sink);
        return sink.value();
    }

    @Test
    void goesOnByItselfAfterAFork() {
        DigestSink one = new DigestSink();
        one.word(7);
        DigestSink other = one.fork();

        other.word(8);

        assertThat(one.value()).isNotEqualTo(other.value());
        one.word(8);
        assertThat(one.value()).isEqualTo(other.value());
    }

    @Test
    void keepsIntsAsTheyWereGiven() {
        int[] given = {3, 1};
        Ints ints = Ints.of(given);
        given[0] = 9;

        assertThat(ints.get(0)).isEqualTo(3);
        assertThat(ints.stream().sum()).isEqualTo(4);
        assertThat(ints).isEqualTo(Ints.of(3, 1)).hasSameHashCodeAs(Ints.of(3, 1));
        assertThat(Ints.of()).isSameAs(Ints.NONE);
    }
}

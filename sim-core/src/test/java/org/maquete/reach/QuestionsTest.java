package org.maquete.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.ovn.pipeline.Packet;

/** Questions, the packets that they become, and what is made of many answers. */
final class QuestionsTest {

    private static final Matrix.Service SSH = new Matrix.Service(Protocol.TCP, 22);
    private static final Why WHY =
            Why.of(
                    Reason.NO_INGRESS_RULE,
                    new Words("no rule", "nenhuma regra"),
                    Cure.advice(new Words("Make one.", "Crie uma.")));

    private static Matrix.Cell cell(String from, String to, boolean reaches) {
        return new Matrix.Cell(SSH, from, to, reaches ? Optional.empty() : Optional.of(WHY));
    }

    private static Matrix matrix(Matrix.Cell... cells) {
        return new Matrix(List.of("a", "b", "c"), List.of(SSH), List.of(cells));
    }

    @Test
    void refusesAPortThatTcpDoesNotHave() {
        assertThatThrownBy(() -> new Question("a", "b", Protocol.TCP, 65536, ""))
                .hasMessage("expected a port of 0 to 65535, found 65536");
    }

    @Test
    void sendsFromAPortOfTheSendersAndAnswersTheOtherWay() {
        Question question = new Question("a", "b", Protocol.UDP, 53, "");
        Flow asked = Flow.of(question, "10.0.0.1", "10.0.0.2");
        Flow answered = asked.answered("10.0.0.2", "172.16.7.10");

        Packet there = asked.packet("aa:aa:aa:aa:aa:aa", "bb:bb:bb:bb:bb:bb");
        Packet back = answered.packet("bb:bb:bb:bb:bb:bb", "aa:aa:aa:aa:aa:aa");

        assertThat(there)
                .isEqualTo(
                        Flow.of(question, "10.0.0.1", "10.0.0.2")
                                .packet("aa:aa:aa:aa:aa:aa", "bb:bb:bb:bb:bb:bb"));
        assertThat(answered.sourcePort()).isEqualTo(53);
        assertThat(answered.destinationPort()).isEqualTo(asked.sourcePort()).isPositive();
        assertThat(answered.destination()).isEqualTo("172.16.7.10");
        assertThat(back).isNotEqualTo(there);
    }

    @Test
    void pingsWithoutPorts() {
        Flow asked = Flow.of(new Question("a", "b", Protocol.ICMP, 0, ""), "10.0.0.1", "10.0.0.2");

        assertThat(asked.sourcePort()).isZero();
        assertThat(asked.isAnswer()).isFalse();
        assertThat(asked.answered("10.0.0.2", "10.0.0.1").isAnswer()).isTrue();
    }

    @Test
    void quotesOnlyWhatAShellWouldTakeApart() {
        assertThat(Shell.quoted("lab_net")).isEqualTo("lab_net");
        assertThat(Shell.quoted("physnet1:br-ex")).isEqualTo("physnet1:br-ex");
        assertThat(Shell.quoted("my net")).isEqualTo("'my net'");
        assertThat(Shell.quoted("d'Ávila")).isEqualTo("'d'\\''Ávila'");
    }

    @Test
    void readsAddressesAndNetworks() {
        assertThat(Ip4.isIn("192.168.0.255", "192.168.0.0/24")).isTrue();
        assertThat(Ip4.isIn("192.168.1.0", "192.168.0.0/24")).isFalse();
        assertThat(Ip4.isIn("client", "192.168.0.0/24")).isFalse();
        assertThat(Ip4.isInPool("172.16.8.255", "172.16.7.0-172.16.8.255")).isTrue();
        assertThat(Ip4.network("10.0.0.1/24")).isEqualTo("10.0.0.0/24");
        assertThat(Ip4.first("10.0.0.0/24")).contains("10.0.0.1");
        assertThat(Ip4.highest("10.0.0.0/29", 2)).containsExactly("10.0.0.6", "10.0.0.5");
    }

    @Test
    void tellsWhatBecameReachableAndWhatNoMore() {
        Matrix before = matrix(cell("a", "b", true), cell("b", "a", false), cell("a", "c", true));
        Matrix after = matrix(cell("a", "b", false), cell("b", "a", true));

        MatrixDifference difference = MatrixDifference.of(before, after);

        assertThat(difference.gained()).containsExactly(cell("b", "a", true));
        assertThat(difference.lost()).containsExactly(cell("a", "b", false), cell("a", "c", true));
        assertThat(difference.pairCount()).isEqualTo(2);
        assertThat(MatrixDifference.of(before, before).isEmpty()).isTrue();
    }

    @Test
    void writesReasonsAsOneWord() {
        assertThat(Reason.FAIL_OVER_UNDER_WAY.word()).isEqualTo("fail-over-under-way");
        for (Reason reason : Reason.values()) {
            assertThat(reason.word()).matches("[a-z]+(-[a-z]+)*");
        }
    }

    @Test
    void saysOfAReasonThatItIsTheAnswers() {
        assertThat(WHY.isAnswer()).isFalse();
        assertThat(WHY.ofAnswer().isAnswer()).isTrue();
        assertThat(WHY.ofAnswer().cures()).isEqualTo(WHY.cures());
    }
}

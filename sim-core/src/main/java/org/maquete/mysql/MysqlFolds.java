package org.maquete.mysql;

import java.util.function.UnaryOperator;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;

/** Applies what happened to clusters and their members. */
final class MysqlFolds {

    private MysqlFolds() {}

    static void created(ClusterCreated fact, long timeNs, Edits edits) {
        int id = edits.world().table(MysqlView.CLUSTERS).nextId();
        edits.insert(
                MysqlView.CLUSTERS,
                new Cluster(
                        id,
                        fact.model(),
                        fact.application(),
                        fact.name(),
                        "",
                        fact.expelSeconds(),
                        0,
                        0,
                        timeNs,
                        true));
    }

    static void stopped(ClusterStopped fact, long timeNs, Edits edits) {
        cluster(
                edits,
                fact.model(),
                fact.application(),
                one -> one.stopped(fact.transactions(), timeNs));
    }

    /** The old group is forgotten. */
    static void rebooted(ClusterRebooted fact, long timeNs, Edits edits) {
        for (Member one : MysqlView.members(edits.world(), fact.model(), fact.application())) {
            off(edits, one.model(), one.unit());
        }
        cluster(
                edits,
                fact.model(),
                fact.application(),
                one -> one.rebooted(fact.transactions(), timeNs));
    }

    static void resumed(ClusterResumed fact, long timeNs, Edits edits) {
        cluster(edits, fact.model(), fact.application(), one -> one.resumed(timeNs));
    }

    /** Options other than this one change nothing that is modelled. */
    static void optionSet(ClusterOptionSet fact, long timeNs, Edits edits) {
        if (fact.key().equals(MysqlHandler.EXPEL_OPTION)) {
            int seconds = Integer.parseInt(fact.value());
            cluster(edits, fact.model(), fact.application(), one -> one.withExpel(seconds));
        }
    }

    static void elected(PrimaryElected fact, long timeNs, Edits edits) {
        cluster(edits, fact.model(), fact.application(), one -> one.withPrimary(fact.unit()));
    }

    static void added(MemberAdded fact, long timeNs, Edits edits) {
        int reboots =
                MysqlView.cluster(edits.world(), fact.model(), fact.application())
                        .orElseThrow()
                        .reboots();
        int id = edits.world().table(MysqlView.MEMBERS).nextId();
        edits.insert(
                MysqlView.MEMBERS,
                new Member(
                        id,
                        fact.model(),
                        fact.unit(),
                        fact.application(),
                        fact.address(),
                        MemberState.ONLINE,
                        0,
                        reboots,
                        0,
                        EventId.NONE));
    }

    static void left(MemberLeft fact, long timeNs, Edits edits) {
        member(
                edits,
                fact.model(),
                fact.unit(),
                one -> one.in(MemberState.OFFLINE, fact.transactions(), one.reboot()));
    }

    static void suspected(MemberSuspected fact, long timeNs, Edits edits) {
        member(
                edits,
                fact.model(),
                fact.unit(),
                one ->
                        one.pending(
                                MemberState.UNREACHABLE,
                                fact.transactions(),
                                fact.dueNs(),
                                fact.event()));
    }

    static void expelled(MemberExpelled fact, long timeNs, Edits edits) {
        off(edits, fact.model(), fact.unit());
    }

    static void rejoinPlanned(RejoinPlanned fact, long timeNs, Edits edits) {
        member(
                edits,
                fact.model(),
                fact.unit(),
                one -> one.pending(one.state(), one.transactions(), fact.dueNs(), fact.event()));
    }

    static void rejoinFailed(RejoinFailed fact, long timeNs, Edits edits) {
        settled(edits, fact.model(), fact.unit());
    }

    static void expulsionRefused(ExpulsionRefused fact, long timeNs, Edits edits) {
        settled(edits, fact.model(), fact.unit());
    }

    static void joined(MemberJoined fact, long timeNs, Edits edits) {
        Member old = edits.world().table(MysqlView.MEMBERS).get(fact.model(), fact.unit());
        int reboots =
                MysqlView.cluster(edits.world(), old.model(), old.application())
                        .orElseThrow()
                        .reboots();
        member(
                edits,
                fact.model(),
                fact.unit(),
                one -> one.in(MemberState.ONLINE, one.transactions(), reboots));
    }

    static void removed(MemberRemoved fact, long timeNs, Edits edits) {
        String key = fact.model() + " " + fact.unit();
        edits.remove(MysqlView.MEMBERS, edits.world().table(MysqlView.MEMBERS).idOf(key));
    }

    /** Nothing is pending any more. */
    private static void settled(Edits edits, String model, String unit) {
        member(edits, model, unit, one -> one.in(one.state(), one.transactions(), one.reboot()));
    }

    private static void off(Edits edits, String model, String unit) {
        member(
                edits,
                model,
                unit,
                one -> one.in(MemberState.OFFLINE, one.transactions(), one.reboot()));
    }

    private static void member(
            Edits edits, String model, String unit, UnaryOperator<Member> change) {
        edits.change(MysqlView.MEMBERS, model + " " + unit, change);
    }

    private static void cluster(
            Edits edits, String model, String application, UnaryOperator<Cluster> change) {
        edits.change(MysqlView.CLUSTERS, model + " " + application, change);
    }
}

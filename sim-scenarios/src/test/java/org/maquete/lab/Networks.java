package org.maquete.lab;

import java.util.List;
import org.maquete.cli.Bundled;
import org.maquete.finding.Cure;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Simulation;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.reach.Answer;
import org.maquete.reach.Protocol;
import org.maquete.reach.Question;
import org.maquete.reach.Reach;
import org.maquete.runbook.SourceText;

/** Small runbooks about networks, typed at the cloud that the corrected runbook deploys. */
final class Networks {

    /** An external network and one of one's own, as the corrected runbook makes them. */
    static final String OUTSIDE =
            """
            openstack network create --external --share --provider-network-type flat \
              --provider-physical-network physnet1 ext_net
            openstack subnet create --network ext_net --no-dhcp --gateway 172.16.0.1 \
              --subnet-range 172.16.0.0/20 \
              --allocation-pool start=172.16.7.0,end=172.16.8.255 ext_subnet
            """;

    static final String INSIDE =
            """
            openstack network create lab_net
            openstack subnet create --network lab_net --subnet-range 192.168.0.0/24 lab_subnet
            """;

    static final String ROUTER =
            """
            openstack router create lab_router
            openstack router add subnet lab_router lab_subnet
            openstack router set lab_router --external-gateway ext_net
            """;

    static final String GROUP =
            """
            openstack security group create Allow_SSH
            openstack security group rule create --protocol tcp --dst-port 22 Allow_SSH
            """;

    static final String CLIENT =
            """
            openstack server create --image jammy-amd64 --flavor m1.tiny --network lab_net \
              --security-group Allow_SSH --wait client
            """;

    static final String FLOATING =
            """
            openstack floating ip create --floating-ip-address 172.16.7.10 ext_net
            openstack server add floating ip client 172.16.7.10
            """;

    static final String ALL = OUTSIDE + INSIDE + ROUTER + GROUP + CLIENT + FLOATING;

    private static final Simulation DEPLOYED = deployed();

    private final Simulation run;

    private Networks(Simulation run) {
        this.run = run;
    }

    /** The corrected runbook, up to the images and flavours. */
    private static Simulation deployed() {
        String text = Bundled.corrected("en").text();
        String before = text.substring(0, text.indexOf("## 19. The outside network"));
        return Labs.run(Labs.plan(new SourceText("openstack.en.md", before)));
    }

    /** Types a runbook after the deployment, and waits until all has settled. */
    static Networks typed(String runbook) {
        return new Networks(DEPLOYED).then(runbook);
    }

    /** Types further lines into a branch. */
    Networks then(String lines) {
        Simulation branch = run.fork();
        branch.submit(
                new TypeScript(List.of(new SourceText("lab.sh", lines)), Pace.PATIENT),
                new Origin.Person("types a runbook"));
        branch.runToEnd();
        return new Networks(branch);
    }

    Simulation run() {
        return run;
    }

    Reach reach() {
        return Reach.of(run);
    }

    Answer ask(String from, String to, Protocol protocol, int port) {
        return ask(new Question(from, to, protocol, port, ""));
    }

    Answer ask(Question question) {
        return ((Reach.Answered) reach().ask(question)).answer();
    }

    Answer ssh(String from, String to) {
        return ask(from, to, Protocol.TCP, 22);
    }

    /** The first line to type of the first cure. */
    static String cure(Answer answer) {
        Cure first = answer.why().orElseThrow().cures().getFirst();
        return first.lines().isEmpty() ? first.words().en() : first.lines().getFirst();
    }
}

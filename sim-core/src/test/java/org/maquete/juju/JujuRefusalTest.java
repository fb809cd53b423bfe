package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;

class JujuRefusalTest {

    private static final String MODEL = JujuBench.MODEL;

    private final JujuBench juju = JujuBench.ready();

    @Test
    void refusesBootstrapOnAnUnknownCloud() {
        refuses(
                new Bootstrap("nowhere", "d", "", "", List.of()),
                "unknown cloud \"nowhere\", please try \"juju update-public-clouds\"",
                new Ref("cloud", "nowhere"));
    }

    @Test
    void refusesBootstrapWithoutCredential() {
        juju.ask(new AddCloud("bare", "maas", "http://x"));

        refuses(
                new Bootstrap("bare", "d", "", "", List.of()),
                "detecting credentials for \"bare\" cloud provider: credentials not found",
                new Ref("credential", "bare"));
    }

    @Test
    void refusesASecondControllerOfTheSameName() {
        refuses(JujuBench.bootstrap("juju"), "controller \"c\" already exists", Ref.NONE);
    }

    @Test
    void refusesASecondCloudAndACredentialForNone() {
        refuses(
                new AddCloud("maas-one", "maas", ""),
                "local cloud \"maas-one\" already exists",
                Ref.NONE);
        refuses(
                new AddCredential("nowhere", "me"),
                "cloud \"nowhere\" not found",
                new Ref("cloud", "nowhere"));
    }

    @Test
    void refusesModelsThatCannotBe() {
        refuses(
                new AddModel("d", "x", ""),
                "controller \"d\" not found",
                new Ref("controller", "d"));
        refuses(
                new AddModel("c", "Open_Stack", ""),
                "\"Open_Stack\" is not a valid name: model names may only contain lowercase"
                        + " letters,"
                        + " digits and hyphens",
                Ref.NONE);
        refuses(
                new AddModel("c", "m", ""),
                "failed to create new model: model \"m\" for admin already exists",
                Ref.NONE);
    }

    @Test
    void refusesToSwitchToNothing() {
        refuses(
                new SwitchModel("c:nope"),
                "\"c:nope\" is not the name of a model or controller",
                new Ref("model", "nope"));
    }

    @Test
    void refusesPlacementOnMissingMachine() {
        refuses(
                JujuBench.deploy("db", 1, "3"),
                "cannot deploy \"db\" to machine 3: machine 3 not found",
                new Ref("machine", "3"));
    }

    @Test
    void refusesPlacementOnAMachineThatHasNotStarted() {
        juju.ask(JujuBench.deploy("db", 1));

        refuses(
                new DeployApplication(MODEL, "db", "db2", 1, List.of("0"), "", "", "", List.of()),
                "machine \"0\" not started, please retry when started",
                new Ref("machine", "0"));
    }

    @Test
    void refusesPlacementThatIsNone() {
        refuses(JujuBench.deploy("db", 1, "lxd:x"), "invalid --to parameter \"lxd:x\"", Ref.NONE);
        refuses(JujuBench.deploy("db", 1, ""), "invalid --to parameter \"\"", Ref.NONE);
    }

    @Test
    void refusesAnApplicationThatIsThere() {
        juju.ask(JujuBench.deploy("db", 1));

        refuses(
                JujuBench.deploy("db", 1),
                "cannot add application \"db\": application already exists",
                Ref.NONE);
    }

    @Test
    void refusesAnUnknownCharm() {
        refuses(
                JujuBench.deploy("dbb", 1),
                "resolving with preferred channel: No charm or bundle with name \"dbb\" found",
                new Ref("charm", "dbb"));
    }

    @Test
    void refusesUnitsThatAreNone() {
        refuses(JujuBench.deploy("db", -1), "--num-units must be a positive integer", Ref.NONE);
    }

    @Test
    void refusesSubordinatesWithConstraintsOrOnMachines() {
        juju.ask(JujuBench.deploy("db", 1)).settle();

        refuses(
                JujuBench.deployTagged("router", 1, "compute"),
                "subordinate application must be deployed without constraints",
                Ref.NONE);
        refuses(
                JujuBench.deploy("router", 1, "0"),
                "cannot deploy \"router\" to machine 0: unit is a subordinate",
                Ref.NONE);
        juju.ask(JujuBench.deploy("router", 1));
        refuses(
                new AddUnit(MODEL, "router", 1, List.of()),
                "cannot add unit to application \"router\": application is a subordinate",
                Ref.NONE);
    }

    @Test
    void refusesUnknownOptionsAndValuesOfTheWrongType() {
        refuses(
                new DeployApplication(
                        MODEL,
                        "db",
                        "",
                        1,
                        List.of(),
                        "",
                        "",
                        "",
                        List.of(new Setting("color", "blue"))),
                "unknown option \"color\"",
                new Ref("option", "color"));
        juju.ask(JujuBench.deploy("db", 1));
        refuses(
                new Configure(MODEL, "db", List.of(new Setting("count", "many")), List.of()),
                "option \"count\" expected int, got \"many\"",
                new Ref("option", "count"));
        refuses(
                new Configure(MODEL, "db", List.of(), List.of("color")),
                "unknown option \"color\"",
                new Ref("option", "color"));
    }

    @Test
    void refusesBasesThatTheCharmDoesNotSupport() {
        refuses(
                new DeployApplication(
                        MODEL, "db", "", 1, List.of(), "", "ubuntu@18.04", "", List.of()),
                "base \"ubuntu@18.04\" is not supported, supported bases are: ubuntu@22.04",
                new Ref("charm", "db"));
    }

    @Test
    void reportsAllThatIsWrongWithADeployment() {
        refuses(
                new DeployApplication(
                        MODEL,
                        "db",
                        "",
                        1,
                        List.of("7"),
                        "",
                        "",
                        "",
                        List.of(new Setting("color", "blue"))),
                "cannot deploy \"db\" to machine 7: machine 7 not found\nunknown option \"color\"",
                new Ref("machine", "7"));
    }

    @Test
    void refusesToChangeApplicationsThatAreNotThere() {
        List<Command> commands =
                List.of(
                        new Integrate(MODEL, "x", "y"),
                        new Expose(MODEL, "x"),
                        new Unexpose(MODEL, "x"),
                        new Configure(MODEL, "x", List.of(), List.of()),
                        new AddUnit(MODEL, "x", 1, List.of()),
                        new RemoveApplication(MODEL, "x", false));

        for (Command command : commands) {
            refuses(command, "application \"x\" not found", new Ref("application", "x"));
        }
    }

    @Test
    void refusesRelationsThatCannotBe() {
        juju.ask(JujuBench.deploy("db", 1));
        juju.ask(JujuBench.deploy("web", 1));
        juju.ask(JujuBench.deploy("router", 1));

        refuses(
                new Integrate(MODEL, "db:nothing", "web"),
                "application \"db\" has no \"nothing\" relation",
                new Ref("endpoint", "db:nothing"));
        juju.ask(new Integrate(MODEL, "router:db", "db"));
        refuses(
                new Integrate(MODEL, "router:db", "db"),
                "cannot add relation \"router:db db:db\": relation router:db db:db",
                Ref.NONE);
        refuses(
                new RemoveRelation(MODEL, "web", "db"),
                "relation matching \"web db\" not found",
                new Ref("relation", "web db"));
    }

    @Test
    void refusesActionsThatCannotRun() {
        juju.ask(JujuBench.deploy("db", 1));

        refuses(
                run("db/leader", "show"),
                "could not determine leader for \"db\"",
                new Ref("leader", "db"));
        refuses(
                run("web/leader", "show"),
                "could not determine leader for \"web\"",
                new Ref("application", "web"));
        refuses(run("db/9", "show"), "unit \"db/9\" not found", new Ref("unit", "db/9"));
        refuses(
                run("db/0", "dance"),
                "action \"dance\" not defined on unit \"db/0\"",
                new Ref("action", "dance"));
        refuses(run("db", "show"), "invalid unit or action name \"db\"", Ref.NONE);
    }

    @Test
    void refusesRemovalsThatCannotBe() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:0"));
        juju.ask(JujuBench.deploy("router", 1));
        juju.ask(new Integrate(MODEL, "web", "router:front"));
        juju.settle();

        refuses(
                new RemoveUnit(MODEL, "db/7", false),
                "unit \"db/7\" does not exist",
                new Ref("unit", "db/7"));
        refuses(
                new RemoveUnit(MODEL, "router/0", false),
                "unit \"router/0\" is a subordinate, to remove use remove-relation. Note: this will"
                        + " remove all units of \"router\"",
                Ref.NONE);
        refuses(
                new RemoveMachine(MODEL, "0", false),
                "machine 0 has unit \"db/0\" assigned",
                Ref.NONE);
        juju.ask(new RemoveUnit(MODEL, "db/0", false)).settle();
        refuses(
                new RemoveMachine(MODEL, "0", false),
                "machine 0 is hosting containers \"0/lxd/0\"",
                Ref.NONE);
        refuses(
                new RemoveMachine(MODEL, "5", false),
                "machine 5 not found",
                new Ref("machine", "5"));
    }

    @Test
    void refusesRepairsWhereNothingIsBroken() {
        juju.ask(JujuBench.deploy("db", 1));

        refuses(new RetryProvisioning(MODEL, "0"), "machine 0 is not in an error state", Ref.NONE);
        refuses(new RetryProvisioning(MODEL, "9"), "machine 9 not found", new Ref("machine", "9"));
        refuses(
                new Resolved(MODEL, "db/0", false),
                "unit \"db/0\" is not in an error state",
                Ref.NONE);
    }

    @Test
    void refusesModelsThatAreNotThere() {
        DeployApplication deploy =
                new DeployApplication("c:x", "db", "", 1, List.of(), "", "", "", List.of());

        refuses(deploy, "model \"x\" not found", new Ref("model", "x"));
        refuses(
                new WaitFor("c:x", "machine", "0", SimTime.HOUR),
                "model \"x\" not found",
                new Ref("model", "x"));
    }

    private static RunAction run(String target, String action) {
        return new RunAction(MODEL, List.of(target), action, List.of(), SimTime.MINUTE);
    }

    private void refuses(Command command, String message, Ref missed) {
        Refusal refusal = juju.refused(command);

        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.missed()).isEqualTo(missed);
    }
}

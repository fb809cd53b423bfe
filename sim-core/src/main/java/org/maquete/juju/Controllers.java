package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.world.World;

/**
 * The machines on which a controller runs, taken together. One alone serves while it runs. Several
 * share a database (a replica set of MongoDB), which takes writes while a majority of those that
 * vote see each other; each of them then answers. Juju keeps the number of votes odd, so that the
 * second of two has none (worker/peergrouper).
 */
final class Controllers {

    private Controllers() {}

    /** Those that have been there once; the first also before, while it is being bootstrapped. */
    static List<Machine> members(World world, String model) {
        String controller = model.substring(0, model.indexOf(':')) + ":controller";
        Optional<Model> own = world.table(JujuTables.MODELS).find(controller);
        Optional<Machine> first = JujuView.machine(world, controller, "0");
        boolean isAlone = own.isEmpty() || own.get().nextMachine() <= 1;
        if (isAlone && first.isPresent()) {
            return List.of(first.get());
        }
        String name = controller.substring(0, controller.indexOf(':'));
        List<Machine> members = new ArrayList<>(ControllerView.machines(world, name));
        members.removeIf(machine -> machine.agent().current().equals("pending"));
        return members;
    }

    private static List<Machine> voters(List<Machine> members) {
        boolean isEven = members.size() % 2 == 0 && !members.isEmpty();
        return isEven ? members.subList(0, members.size() - 1) : members;
    }

    static boolean isMember(World world, Machine machine) {
        if (!machine.model().endsWith(":controller") || machine.isContainer()) {
            return false;
        }
        for (Machine member : members(world, machine.model())) {
            if (member.id() == machine.id()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the API of a controller answers; a controller that nobody models does. */
    static boolean answers(World world, String model) {
        return answers(world, model, -1);
    }

    /** The same with one machine thought away. */
    static boolean answersWithout(World world, Machine machine) {
        return answers(world, machine.model(), machine.id());
    }

    private static boolean answers(World world, String model, int without) {
        List<Machine> members = members(world, model);
        List<Machine> voters = voters(members);
        int present = 0;
        for (Machine voter : voters) {
            present += voter.id() != without && !Truth.isAbsent(world, voter) ? 1 : 0;
        }
        return members.isEmpty() || present > voters.size() / 2;
    }

    /** Whether a member could serve by itself: it sees a majority of the votes run. */
    static boolean couldServe(World world, Machine member) {
        List<Machine> members = members(world, member.model());
        if (members.size() <= 1) {
            return true;
        }
        int seen = 0;
        List<Machine> voters = voters(members);
        for (Machine voter : voters) {
            boolean runs =
                    voter.id() == member.id()
                            || Truth.runs(world, voter)
                                    && HostView.isLinked(
                                            world, member.hostname(), voter.hostname());
            seen += runs ? 1 : 0;
        }
        return seen > voters.size() / 2;
    }

    /** Whether somebody on this host reaches a machine of the controller that answers. */
    static boolean isReached(World world, String model, String hostname) {
        if (!answers(world, model)) {
            return false;
        }
        List<Machine> members = members(world, model);
        for (Machine member : members) {
            if (!Truth.isAbsent(world, member)
                    && HostView.isLinked(world, hostname, member.hostname())) {
                return true;
            }
        }
        return members.isEmpty();
    }

    /** Whether somebody outside reaches one. */
    static boolean isReached(World world, String model) {
        List<Machine> members = members(world, model);
        for (Machine member : members) {
            if (!Truth.isAbsent(world, member) && !HostView.isCutOff(world, member.hostname())) {
                return answers(world, model);
            }
        }
        return members.isEmpty();
    }
}

package org.maquete.runbook;

import java.util.List;
import java.util.TreeSet;
import org.maquete.runbook.Block.Line;

/**
 * Decides whether a fence without a language holds commands. Such fences also hold tables, trees
 * and output; taking those for commands would accuse the runbook of mistakes that are not there, so
 * only what begins like a command counts.
 */
final class CommandLook {
    /** Programs that open a command in the reports of such labs. */
    private static final String NAMES =
            "alias ansible ansible-playbook apt apt-get awk bash cat cd ceph chmod "
                    + "chown cp curl date df dig docker echo env export for free git glance grep "
                    + "head hostname if ip iptables journalctl juju kill kubectl less ln ls lsblk "
                    + "lxc lxd maas mkdir mount mv mysql nano neutron netplan nmap nova openstack "
                    + "ovn-nbctl ovn-sbctl ovs-vsctl ping pip pip3 psql python python3 qemu-img "
                    + "rados rbd reboot rm rsync scp sed service set sh sleep snap source ssh "
                    + "ssh-copy-id ssh-keygen su sudo swift systemctl tail tar tee terraform test "
                    + "time touch traceroute true ufw umount unset unzip vault vi vim virsh watch "
                    + "wget while wipefs . { [";

    private static final TreeSet<String> PROGRAMS = new TreeSet<>(List.of(NAMES.split(" ")));

    private CommandLook() {}

    /** Whether every line that may begin a command begins like one. */
    static boolean allCommands(List<Line> lines) {
        boolean continues = false;
        boolean any = false;
        for (Line line : lines) {
            String bare = line.text().strip();
            if (bare.contains("<<")) {
                return any || beginsLikeCommand(bare);
            }
            boolean starts = !continues && !bare.isEmpty() && bare.charAt(0) != '#';
            if (starts && !beginsLikeCommand(bare) && !closesLoop(bare)) {
                return false;
            }
            any |= starts;
            continues = bare.endsWith("\\");
        }
        return any;
    }

    /** The lines from the first that looks like a command; see {@link #allCommands}. */
    static boolean beginsLikeCommand(String line) {
        String word = firstWord(line);
        if (PROGRAMS.contains(word)) {
            return true;
        }
        boolean path = word.startsWith("./") || word.startsWith("~/");
        int nameEnd = ExpansionReader.nameEnd(word, 0);
        return path || (nameEnd > 0 && word.startsWith("=", nameEnd));
    }

    private static boolean closesLoop(String line) {
        return Keywords.closes(Keywords.at(line, 0));
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && " \t;|&".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, end);
    }
}

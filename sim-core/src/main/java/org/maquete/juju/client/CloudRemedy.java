package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.maquete.finding.Cure;
import org.maquete.finding.Nearest;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.juju.Cloud;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.Subnet;
import org.maquete.world.World;

/** Clouds, credentials, controllers, models and tags that are not there. */
final class CloudRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("juju")) {
            return Optional.empty();
        }
        String name = refusal.missed().name();
        return switch (refusal.missed().kind()) {
            case "cloud" -> Optional.of(cloud(name, world));
            case "credential" -> Optional.of(credential(name));
            case "controller" -> Optional.of(controller(name, line, world));
            case "model" -> Optional.of(model(name, line, world));
            default -> tag(line, refusal, world);
        };
    }

    private static Diagnosis cloud(String name, World world) {
        Words why =
                new Words(
                        "Juju's client does not know the cloud "
                                + name
                                + ": nobody has added it and its key.",
                        "O cliente do Juju não conhece a nuvem "
                                + name
                                + ": ninguém a adicionou, nem a chave dela.");
        Words file = new Words("How Juju reaches your MAAS.", "Como o Juju encontra o seu MAAS.");
        Words key =
                new Words(
                        "Your key, from your user page in MAAS.",
                        "A sua chave, da sua página de usuário no MAAS.");
        String endpoint =
                "http://"
                        + MaasView.subnet(world).map(Subnet::region).orElse("localhost")
                        + ":5240/MAAS";
        List<Cure> cures =
                List.of(
                        Cure.file(
                                file,
                                name + ".yaml",
                                List.of(
                                        "clouds:",
                                        "  " + name + ":",
                                        "    type: maas",
                                        "    auth-types: [oauth1]",
                                        "    endpoint: " + endpoint)),
                        Cure.file(key, name + "-creds.yaml", credentialFile(name)),
                        Cure.before(
                                why,
                                "juju add-cloud --client " + name + " " + name + ".yaml",
                                addCredential(name)));
        return new Diagnosis("juju.cloud-missing", Severity.ERROR, why, cures);
    }

    private static List<String> credentialFile(String cloud) {
        return List.of(
                "credentials:",
                "  " + cloud + ":",
                "    operator:",
                "      auth-type: oauth1",
                "      maas-oauth: consumer:token:secret");
    }

    private static String addCredential(String cloud) {
        return "juju add-credential --client " + cloud + " -f " + cloud + "-creds.yaml";
    }

    private static Diagnosis credential(String cloud) {
        Words why =
                new Words(
                        "Juju's client knows the cloud " + cloud + " but has no key for it.",
                        "O cliente do Juju conhece a nuvem "
                                + cloud
                                + ", mas não tem uma chave para ela.");
        List<Cure> cures =
                List.of(
                        Cure.file(why, cloud + "-creds.yaml", credentialFile(cloud)),
                        Cure.before(why, addCredential(cloud)));
        return new Diagnosis("juju.credential-missing", Severity.ERROR, why, cures);
    }

    private static Diagnosis controller(String name, TypedLine line, World world) {
        List<String> known =
                world.table(JujuTables.CONTROLLERS).stream().map(Controller::name).toList();
        Words why =
                known.isEmpty()
                        ? new Words(
                                "There is no controller: nothing has been bootstrapped.",
                                "Não há controller: nenhum bootstrap foi feito.")
                        : new Words(
                                "The client knows these controllers: "
                                        + String.join(", ", known)
                                        + ".",
                                "O cliente conhece estes controllers: "
                                        + String.join(", ", known)
                                        + ".");
        Optional<String> near = Nearest.of(name, known, 3);
        Optional<Cloud> cloud = JujuView.clouds(world).stream().findFirst();
        List<Cure> cures = List.of(Cure.advice(why));
        if (near.isPresent()) {
            cures = List.of(Cure.instead(why, LineText.whole(line).replace(name, near.get())));
        } else if (known.isEmpty() && cloud.isPresent()) {
            String cloudName = cloud.get().name();
            cures =
                    List.of(
                            Cure.before(
                                    why,
                                    "juju bootstrap "
                                            + cloudName
                                            + " "
                                            + cloudName
                                            + "-controller"));
        }
        return new Diagnosis("juju.controller-missing", Severity.ERROR, why, cures);
    }

    private static Diagnosis model(String name, TypedLine line, World world) {
        List<String> known =
                world.table(JujuTables.MODELS).stream().map(Model::name).distinct().toList();
        Words why =
                new Words(
                        (name.isEmpty()
                                        ? "No model is in focus."
                                        : "There is no model " + name + ".")
                                + " The models are: "
                                + String.join(", ", known)
                                + ".",
                        (name.isEmpty()
                                        ? "Nenhum modelo está em foco."
                                        : "Não há um modelo " + name + ".")
                                + " Os modelos são: "
                                + String.join(", ", known)
                                + ".");
        Optional<String> near = name.isEmpty() ? Optional.empty() : Nearest.of(name, known, 2);
        Cure cure = Cure.advice(why);
        if (near.isPresent()) {
            cure = Cure.instead(why, LineText.whole(line).replace(name, near.get()));
        } else if (!name.isEmpty() && name.matches("[a-z0-9]+[a-z0-9-]*")) {
            cure = Cure.before(why, "juju add-model " + name);
        }
        return new Diagnosis("juju.model-missing", Severity.ERROR, why, List.of(cure));
    }

    /**
     * No machine of MAAS has the tags: bootstrap says so at once, deploy in the machine's status.
     */
    private static Optional<Diagnosis> tag(TypedLine line, Refusal refusal, World world) {
        String message = refusal.message();
        if (!message.contains("No available machine matches constraints")
                && !message.contains("No such tag(s)")) {
            return Optional.empty();
        }
        return Optional.of(unmatched(line, world));
    }

    /** Why no machine fits, and the nearest tag that some machine has. */
    static Diagnosis unmatched(TypedLine line, World world) {
        TreeSet<String> tags = new TreeSet<>();
        MaasView.machines(world).forEach(machine -> tags.addAll(machine.tags()));
        Words why =
                new Words(
                        "No machine that is Ready in MAAS fits. " + inventory(world, "tags"),
                        "Nenhuma máquina Ready no MAAS serve. " + inventory(world, "tags"));
        for (String word : line.words()) {
            String typed = word.startsWith("--constraints=") ? word.substring(14) : word;
            for (String each : typed.split(" ", -1)) {
                String tag = each.startsWith("tags=") ? each.substring(5) : "";
                Optional<String> near =
                        tag.isEmpty() || tags.contains(tag)
                                ? Optional.empty()
                                : nearest(tag, line, tags);
                if (near.isPresent()) {
                    String better =
                            LineText.whole(line).replace("tags=" + tag, "tags=" + near.get());
                    return new Diagnosis(
                            "juju.constraints-unmatched",
                            Severity.ERROR,
                            why,
                            List.of(Cure.instead(why, better), Cure.advice(why)));
                }
            }
        }
        return new Diagnosis(
                "juju.constraints-unmatched", Severity.ERROR, why, List.of(Cure.advice(why)));
    }

    private static Optional<String> nearest(String tag, TypedLine line, SortedSet<String> tags) {
        Optional<String> near = Nearest.of(tag, List.copyOf(tags), 3);
        return near.isEmpty() && line.startsWith("juju bootstrap") && tags.contains("juju")
                ? Optional.of("juju")
                : near;
    }

    /** {@code server1 (juju) Ready, server2 (reserve) Ready}. */
    private static String inventory(World world, String kind) {
        StringBuilder text = new StringBuilder("MAAS: ");
        String comma = "";
        for (Machine machine : MaasView.machines(world)) {
            text.append(comma)
                    .append(machine.hostname())
                    .append(" (")
                    .append(kind)
                    .append(' ')
                    .append(String.join(" ", machine.tags()))
                    .append(") ")
                    .append(machine.status().text());
            comma = ", ";
        }
        return text.append('.').toString();
    }
}

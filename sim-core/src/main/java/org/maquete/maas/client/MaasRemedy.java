package org.maquete.maas.client;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.world.World;

/** What the refusals of MAAS and of its client mean. */
final class MaasRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("maas") && !line.startsWith("sudo maas")) {
            return Optional.empty();
        }
        if (refusal.missed().kind().equals("maas-profile")) {
            return Optional.of(notLoggedIn(refusal.missed().name(), world));
        }
        if (refusal.missed().kind().equals("maas-machine") && refusal.code().equals("404")) {
            return Optional.of(noMachine(world));
        }
        return refusal.message().startsWith("Unconfigured power type")
                ? Optional.of(noPowerType(line))
                : Optional.empty();
    }

    private static Diagnosis notLoggedIn(String profile, World world) {
        String region = MaasView.subnet(world).map(s -> s.region()).orElse("");
        return new Diagnosis(
                "maas.not-logged-in",
                Severity.ERROR,
                new Words(
                        "The client knows no profile " + profile + ": nobody has logged in.",
                        "O cliente não conhece o perfil " + profile + ": ninguém fez login."),
                List.of(
                        Cure.before(
                                new Words(
                                        "Log in with the API key of your user.",
                                        "Faça login com a chave de API do seu usuário."),
                                "maas login "
                                        + profile
                                        + " http://"
                                        + (region.isEmpty() ? "localhost" : region)
                                        + ":5240/MAAS "
                                        + ApiKey.text())));
    }

    private static Diagnosis noMachine(World world) {
        StringBuilder ids = new StringBuilder();
        for (Machine machine : MaasView.machines(world)) {
            ids.append(ids.isEmpty() ? "" : ", ")
                    .append(machine.hostname())
                    .append(" = ")
                    .append(machine.systemId());
        }
        return new Diagnosis(
                "maas.no-machine",
                Severity.ERROR,
                new Words(
                        "Commands take the system id, not the host name: " + ids + ".",
                        "Os comandos recebem o system id, não o nome: " + ids + "."),
                List.of());
    }

    private static Diagnosis noPowerType(TypedLine line) {
        String profile = line.words().get(line.words().indexOf("maas") + 1);
        return new Diagnosis(
                "maas.no-power-type",
                Severity.ERROR,
                new Words(
                        "MAAS enlists a machine by its DHCP, but cannot find out how to switch it:"
                                + " AMT has to be told.",
                        "O MAAS registra a máquina pelo DHCP, mas não descobre como ligá-la: o AMT"
                                + " precisa ser informado."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Say it: maas "
                                                + profile
                                                + " machine update SYSTEM_ID power_type=amt"
                                                + " power_parameters_power_address=ADDRESS"
                                                + " power_parameters_power_pass=PASSWORD",
                                        "Informe: maas "
                                                + profile
                                                + " machine update SYSTEM_ID power_type=amt"
                                                + " power_parameters_power_address=ENDEREÇO"
                                                + " power_parameters_power_pass=SENHA"))));
    }
}

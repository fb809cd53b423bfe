package org.maquete.keystone;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Explains why the client could not log in. */
final class LoginRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("openstack") || !refusal.code().equals("login")) {
            return Optional.empty();
        }
        if (refusal.message().contains("certificate has expired")) {
            return Optional.of(expired());
        }
        if (refusal.missed().kind().equals("certificate")
                || refusal.missed().kind().equals("file")) {
            return Optional.of(certificate());
        }
        if (refusal.missed().isSome()) {
            return Optional.of(unreachable());
        }
        return Optional.of(variables());
    }

    private static Diagnosis certificate() {
        return new Diagnosis(
                "keystone.certificate-not-trusted",
                Severity.ERROR,
                new Words(
                        "The client cannot check Keystone's certificate: the file named by"
                                + " OS_CACERT does not hold the root certificate of Vault.",
                        "O cliente não consegue verificar o certificado do Keystone: o arquivo"
                                + " indicado em OS_CACERT não contém o certificado raiz do Vault."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Give Vault a root certificate first, then write it into"
                                                + " that file and source openrc again.",
                                        "Dê primeiro um certificado raiz ao Vault, depois grave-o"
                                                + " nesse arquivo e carregue o openrc de novo."))));
    }

    private static Diagnosis expired() {
        return new Diagnosis(
                "keystone.certificate-expired",
                Severity.ERROR,
                new Words(
                        "The time of Keystone's certificate is over: Vault signs for about a year"
                                + " (default-ttl), and its charm renews nothing by itself.",
                        "O prazo do certificado do Keystone acabou: o Vault assina por cerca de um"
                                + " ano (default-ttl), e o charm não renova nada sozinho."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Renew all certificates: juju run vault/leader"
                                                + " reissue-certificates.",
                                        "Renove todos os certificados: juju run vault/leader"
                                                + " reissue-certificates."))));
    }

    private static Diagnosis unreachable() {
        return new Diagnosis(
                "keystone.unreachable",
                Severity.ERROR,
                new Words(
                        "Nobody answers at OS_AUTH_URL: Keystone is not there, not active, or has"
                                + " another address.",
                        "Ninguém responde em OS_AUTH_URL: o Keystone não existe, não está ativo ou"
                                + " tem outro endereço."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Look at juju status keystone.",
                                        "Veja juju status keystone."))));
    }

    private static Diagnosis variables() {
        return new Diagnosis(
                "keystone.no-credentials",
                Severity.ERROR,
                new Words(
                        "The client takes address, user, password and project from OS_* variables;"
                                + " they are missing or wrong.",
                        "O cliente lê endereço, usuário, senha e projeto das variáveis OS_*; elas"
                                + " faltam ou estão erradas."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Source an openrc file with the password of admin first.",
                                        "Antes, carregue (source) um openrc com a senha do"
                                                + " admin."))));
    }
}

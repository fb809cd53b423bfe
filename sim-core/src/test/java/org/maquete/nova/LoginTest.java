package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

class LoginTest {

    private static final String DISCOVERY =
            "Failed to discover available identity versions when contacting"
                    + " https://172.16.0.10:5000/v3. Attempting to parse version from URL.\n";

    @Test
    void asksForTheAddressBeforeItLooksAtOptions() {
        CloudLab lab = CloudLab.ready();
        lab.variables.remove("OS_AUTH_URL");

        Answer answer = lab.type("openstack network create --bogus x");

        assertThat(answer)
                .isEqualTo(
                        Answer.failed(
                                1, "Missing value auth-url required for auth plugin password"));
    }

    @Test
    void asksForThePassword() {
        CloudLab lab = CloudLab.ready();
        lab.variables.remove("OS_PASSWORD");

        assertThat(lab.type("openstack network list").stderr())
                .isEqualTo("No password entered, or found via --os-password or OS_PASSWORD\n");
    }

    @Test
    void refusesAWrongPasswordAndAWrongProject() {
        CloudLab lab = CloudLab.ready();

        for (String option : new String[] {"--os-password wrong", "--os-project-name nope"}) {
            Answer answer = lab.type("openstack " + option + " network list");

            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.stderr())
                    .matches(
                            "The request you have made requires authentication\\. \\(HTTP 401\\)"
                                    + " \\(Request-ID: req-[0-9a-f-]{36}\\)\n");
        }
    }

    @Test
    void missesTheCertificateFile() {
        CloudLab lab = CloudLab.ready();
        lab.files.remove("root-ca.crt");

        assertThat(lab.type("openstack network list"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Could not find a suitable TLS CA certificate bundle, invalid path:"
                                        + " root-ca.crt"));
    }

    @Test
    void trustsNobodyWithAnEmptyCertificateFile() {
        CloudLab lab = CloudLab.ready();
        lab.files.put("root-ca.crt", "");

        assertThat(lab.type("openstack network list"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                DISCOVERY
                                        + "SSL exception connecting to"
                                        + " https://172.16.0.10:5000/v3/auth/tokens:"
                                        + " HTTPSConnectionPool(host='172.16.0.10', port=5000): Max"
                                        + " retries exceeded with url: /v3/auth/tokens (Caused by"
                                        + " SSLError(SSLError(136, '[X509:"
                                        + " NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl"
                                        + " found"
                                        + " (_ssl.c:4123)')))"));
    }

    @Test
    void trustsNobodyWithTheCertificateOfSomebodyElse() {
        CloudLab lab = CloudLab.ready();
        lab.files.put(
                "root-ca.crt", "-----BEGIN CERTIFICATE-----\nother\n-----END CERTIFICATE-----");

        assertThat(lab.type("openstack network list").stderr())
                .endsWith(
                        "(Caused by SSLError(SSLCertVerificationError(1, '[SSL:"
                                + " CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to"
                                + " get local issuer certificate (_ssl.c:992)')))\n");
    }

    @Test
    void findsNobodyAtTheAddressOfABlockedOrDeadKeystone() {
        CloudLab blocked = CloudLab.withKeystone("blocked", true);
        CloudLab dead = CloudLab.withKeystone("active", false);

        assertThat(blocked.type("openstack network list").stderr())
                .startsWith(
                        DISCOVERY
                                + "Unable to establish connection to"
                                + " https://172.16.0.10:5000/v3/auth/tokens:")
                .endsWith("[Errno 111] Connection refused'))\n");
        assertThat(dead.type("openstack network list").stderr())
                .endsWith("[Errno 113] No route to host'))\n");
    }

    @Test
    void findsNoHostInAnAddressWithoutOne() {
        CloudLab lab = CloudLab.ready();
        lab.variables.put("OS_AUTH_URL", "https://:5000/v3");

        assertThat(lab.type("openstack network list").stderr())
                .endsWith(
                        "Unexpected exception for https://:5000/v3/auth/tokens: Invalid URL"
                                + " 'https://:5000/v3/auth/tokens': No host supplied\n");
    }

    @Test
    void listsTheServicesThatAreRelated() {
        CloudLab lab = CloudLab.ready();

        String names = lab.accepted("openstack service list -f value -c Name -c Type");

        assertThat(names.lines())
                .containsExactlyInAnyOrder(
                        "keystone identity",
                        "neutron network",
                        "nova compute",
                        "glance image",
                        "placement placement");
    }

    @Test
    void findsNoEndpointOfAServiceThatIsNotRelated() {
        CloudLab lab = CloudLab.ready();
        lab.variables.put("OS_REGION_NAME", "Nowhere");

        assertThat(lab.type("openstack network list"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "public endpoint for network service in Nowhere region not found"));
    }

    @Test
    void makesProjectsAndUsersOnce() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack domain create lab");
        lab.accepted("openstack project create --domain lab class");
        lab.accepted("openstack user create --domain lab --project class --password x ana");
        lab.accepted(
                "openstack role add --project class --project-domain lab --user ana --user-domain"
                        + " lab member");

        assertThat(lab.type("openstack project create --domain lab class").stderr())
                .startsWith(
                        "Conflict occurred attempting to store project - it is not permitted to"
                                + " have two projects with either the same name or same id in the"
                                + " same domain: name is class, project id ");
        assertThat(lab.type("openstack project create --domain nodomain class").stderr())
                .isEqualTo("No domain with a name or ID of 'nodomain' exists.\n");
        lab.variables.put("OS_USERNAME", "ana");
        lab.variables.put("OS_PASSWORD", "x");
        lab.variables.put("OS_USER_DOMAIN_NAME", "lab");
        lab.variables.put("OS_PROJECT_DOMAIN_NAME", "lab");
        lab.variables.put("OS_PROJECT_NAME", "class");
        assertThat(lab.accepted("openstack network list")).isEqualTo("\n");
    }
}

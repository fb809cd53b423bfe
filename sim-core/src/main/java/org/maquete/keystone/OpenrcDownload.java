package org.maquete.keystone;

import java.util.Optional;
import org.maquete.tool.Download;

/**
 * The file {@code openrc} that the charm deployment guide offers for download.
 *
 * <p>The real one finds Keystone by {@code juju status}, reads the password by {@code juju exec}
 * and the certificate by {@code juju run vault/leader get-root-ca}, and exports what follows; this
 * one is our own script to the same effect.
 */
final class OpenrcDownload implements Download {

    private static final String SCRIPT =
            """
            juju run vault/leader get-root-ca \\
              | sed -n '/BEGIN CERT/,/END CERT/s/^ *//p' > /tmp/root-ca.crt
            KEYSTONE_IP=$(juju status keystone | awk '/^keystone\\/0/ {print $5}')
            ADMIN_PASSWORD=$(juju run keystone/leader get-admin-password \\
              | awk '/admin-password:/ {print $2}')
            export OS_AUTH_TYPE=password
            export OS_AUTH_URL=https://$KEYSTONE_IP:5000/v3
            export OS_CACERT=/tmp/root-ca.crt
            export OS_IDENTITY_API_VERSION=3
            export OS_REGION_NAME=RegionOne
            export OS_USERNAME=admin
            export OS_PASSWORD=$ADMIN_PASSWORD
            export OS_USER_DOMAIN_NAME=admin_domain
            export OS_PROJECT_NAME=admin
            export OS_PROJECT_DOMAIN_NAME=admin_domain
            """;

    @Override
    public Optional<String> content(String url) {
        boolean guide = url.contains("charm-deployment-guide") && url.endsWith("/openrc");
        return guide ? Optional.of(SCRIPT) : Optional.empty();
    }
}

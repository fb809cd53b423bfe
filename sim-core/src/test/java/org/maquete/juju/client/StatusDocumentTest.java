package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.observe.Reading;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** A status is read and printed again with the keys, the order and the omissions of Juju. */
class StatusDocumentTest {

    /** Juju's structs under our names. */
    private static final Map<String, StatusShape> SHAPES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("formattedStatus", StatusShape.STATUS),
                            Map.entry("modelStatus", StatusShape.MODEL),
                            Map.entry("controllerStatus", StatusShape.CONTROLLER),
                            Map.entry("networkInterface", StatusShape.INTERFACE),
                            Map.entry("machineStatus", StatusShape.MACHINE),
                            Map.entry("lxdProfileContents", StatusShape.PROFILE),
                            Map.entry("applicationStatus", StatusShape.APPLICATION),
                            Map.entry("applicationStatusRelation", StatusShape.RELATION),
                            Map.entry("formattedBase", StatusShape.BASE),
                            Map.entry("remoteEndpoint", StatusShape.ENDPOINT),
                            Map.entry("remoteApplicationStatus", StatusShape.REMOTE),
                            Map.entry("offerStatus", StatusShape.OFFER),
                            Map.entry("meterStatus", StatusShape.METER),
                            Map.entry("unitStatus", StatusShape.UNIT),
                            Map.entry("statusInfoContents", StatusShape.CONTENTS),
                            Map.entry("branchStatus", StatusShape.BRANCH)));

    private static final String OF_2_9 =
            """
            {"model": {"name": "m", "type": "iaas", "controller": "c", "cloud": "vs",
               "region": "R", "version": "2.9.29",
               "model-status": {"current": "available", "since": "26 May 2022 12:58:26+02:00"},
               "sla": "unsupported"},
             "machines": {"0": {
               "juju-status": {"current": "started", "since": "26 May 2022 13:02:29+02:00",
                 "version": "2.9.29"},
               "hostname": "juju-c6c89a-0", "dns-name": "10.0.0.8",
               "ip-addresses": ["10.0.0.8"], "instance-id": "juju-c6c89a-0",
               "machine-status": {"current": "allocating", "message": "powering on"},
               "modification-status": {"current": "idle"}, "series": "focal",
               "network-interfaces": {"ens192": {"ip-addresses": ["10.0.0.8"],
                 "mac-address": "00:50:56:09:5c:07", "gateway": "10.0.0.1", "is-up": true}},
               "constraints": "arch=amd64", "hardware": "arch=amd64 cores=2"}},
             "applications": {"node": {"charm": "ubuntu", "series": "focal", "os": "ubuntu",
               "charm-origin": "charmhub", "charm-name": "ubuntu", "charm-rev": 19,
               "charm-channel": "stable", "exposed": false,
               "application-status": {"current": "active"},
               "relations": {"juju-info": ["ntp"]},
               "units": {
                 "node/0": {"workload-status": {"current": "active"},
                   "juju-status": {"current": "idle"}, "leader": true, "machine": "0",
                   "public-address": "10.0.0.8"},
                 "node/1": {"workload-status": {"current": "active"},
                   "juju-status": {"current": "lost"}, "leader": false}},
               "version": "20.04"}},
             "storage": {}, "controller": {"timestamp": "13:03:13+02:00"}}
            """;

    private static final String OF_3_6 =
            """
            {"model": {"name": "k", "type": "caas", "controller": "c", "cloud": "microk8s",
               "version": "3.6.1", "upgrade-available": "3.6.2",
               "model-status": {"current": "busy", "message": "migrating", "reason": "r"},
               "meter-status": {"color": "amber", "message": "soon"}, "sla": "unsupported"},
             "machines": {"0": {"juju-status": {"current": "down", "life": "dying"},
               "instance-id": "4y3h7n", "display-name": "node1",
               "machine-status": {"current": "running", "message": "Deployed"},
               "modification-status": {"current": "error", "message": "no profile"},
               "base": {"name": "ubuntu", "channel": "22.04"},
               "containers": {"0/lxd/0": {"juju-status": {"current": "pending"},
                 "instance-id": "pending", "machine-status": {}, "modification-status": {}}},
               "controller-member-status": "has-vote", "ha-primary": true,
               "lxd-profiles": {"p": {"config": {"a": "b"}, "description": "<d>",
                 "devices": {"eth0": {"type": "nic"}}}}}},
             "applications": {"database": {"charm": "local:database-0",
               "base": {"name": "ubuntu", "channel": "22.04"}, "charm-origin": "local",
               "charm-name": "database", "charm-rev": 0, "charm-version": "a & b",
               "scale": 1, "provider-id": "fa764a56", "address": "10.152.183.228",
               "exposed": true, "life": "dying", "application-status": {"current": "active"},
               "relations": {"db": [{"related-application": "webapp", "interface": "dbi",
                 "scope": "global"}]},
               "units": {"database/0": {"workload-status": {"current": "active"},
                 "juju-status": {"current": "idle"}, "leader": true, "upgrading-from": "x",
                 "open-ports": ["8080/tcp", "8081/tcp", "53/udp"], "address": "10.1.164.190",
                 "provider-id": "database-0", "branch": "b"}},
               "endpoint-bindings": {"": "alpha", "db": "alpha"}}},
             "application-endpoints": {"mysql": {"url": "other:admin/prod.mysql",
               "endpoints": {"db": {"interface": "mysql", "role": "provider"}},
               "application-status": {"current": "active"}, "relations": {"db": ["webapp"]}}},
             "offers": {"data": {"application": "database", "charm": "ch:database-7",
               "total-connected-count": 2, "active-connected-count": 1,
               "endpoints": {"db": {"interface": "dbi", "role": "provider"},
                 "ro": {"interface": "dbi", "role": "provider"}}}},
             "storage": {"storage": {"pgdata/0": {"kind": "filesystem", "size": 1.5}}},
             "controller": {"timestamp": "17:00:33+13:00"},
             "branches": {"b": {"created": "now", "created-by": "me", "active": true}}}
            """;

    private static StatusDocument read(String json) {
        List<Reading.Problem> problems = new ArrayList<>();
        StatusDocument document = StatusJson.read(json, problems).orElseThrow();
        assertThat(problems).isEmpty();
        return document;
    }

    /** Without blanks, as Go prints it: {@code <}, {@code >} and {@code &} escaped. */
    private static String compact(String json) {
        return JsonMapper.builder()
                        .build()
                        .readTree(json)
                        .toString()
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                + "\n";
    }

    @Test
    void hasTheKeysOfJujusStructsInTheirOrder() {
        Map<String, List<String>> ours = new TreeMap<>();
        SHAPES.forEach((struct, shape) ->
                ours.put(
                        struct,
                        shape.keys().stream()
                                .filter(k -> !List.of("series", "os").contains(k.name()))
                                .map(k -> k.name() + (k.isAlways() ? "" : ",omitempty"))
                                .toList()));

        assertThat(ours).isEqualTo(structs());
        assertThat(SHAPES.values()).containsExactlyInAnyOrder(StatusShape.values());
    }

    private static Map<String, List<String>> structs() {
        String path = "/golden/juju/status-structs/structs.yaml";
        try (InputStream in = StatusDocumentTest.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            Object tree =
                    new Load(LoadSettings.builder().build())
                            .loadFromString(new String(bytes, StandardCharsets.UTF_8));
            Map<String, List<String>> structs = new TreeMap<>();
            ((Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) tree).get("structs")))
                    .forEach((name, keys) -> {
                        if (SHAPES.containsKey(String.valueOf(name))) {
                            structs.put(String.valueOf(name), keys((List<?>) keys));
                        }
                    });
            return structs;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static List<String> keys(List<?> fields) {
        List<String> keys = new ArrayList<>();
        for (Object field : fields) {
            Map<?, ?> map = (Map<?, ?>) field;
            boolean isOmitted = Boolean.TRUE.equals(map.get("omitempty"));
            keys.add(map.get("key") + (isOmitted ? ",omitempty" : ""));
        }
        return keys;
    }

    @Test
    void printsAReadDocumentAsItWas() {
        assertThat(read(OF_2_9).json(false)).isEqualTo(compact(OF_2_9));
        assertThat(read(OF_3_6).json(false)).isEqualTo(compact(OF_3_6));
    }

    @Test
    void readsItsOwnYaml() {
        Object yaml =
                new Load(LoadSettings.builder().build()).loadFromString(read(OF_3_6).yaml(false));

        String json = JsonMapper.builder().build().writeValueAsString(yaml);
        assertThat(JsonMapper.builder().build().readTree(json))
                .isEqualTo(JsonMapper.builder().build().readTree(OF_3_6));
    }

    @Test
    void putsTheKeysInOrderWhateverTheirOrderWas() {
        String turned =
                """
                {"applications": {}, "machines": {},
                 "model": {"sla": "s", "version": "3", "cloud": "c", "controller": "x",
                           "type": "iaas", "name": "m"}}
                """;

        assertThat(read(turned).json(false))
                .isEqualTo(
                        "{\"model\":{\"name\":\"m\",\"type\":\"iaas\",\"controller\":\"x\","
                                + "\"cloud\":\"c\",\"version\":\"3\",\"sla\":\"s\"},"
                                + "\"machines\":{},\"applications\":{}}\n");
    }

    @Test
    void saysWhereADocumentHasAValueOfAnotherKind() {
        List<Reading.Problem> problems = new ArrayList<>();

        StatusJson.read(
                """
                {"model": {"name": "m", "cloud": 5},
                 "machines": {"0": {"ip-addresses": "10.0.0.1"}},
                 "applications": {"a": {"charm-rev": "x", "exposed": 1, "units": []}}}
                """,
                problems);

        assertThat(problems)
                .extracting(p -> p.path() + ": " + p.message())
                .containsExactly(
                        "model/cloud: expected a text, found 5",
                        "machines/0/ip-addresses: expected a list, found \"10.0.0.1\"",
                        "applications/a/charm-rev: expected a number, found \"x\"",
                        "applications/a/exposed: expected true or false, found 1",
                        "applications/a/units: expected a map, found []");
    }

    @Test
    void printsTheTablesOfADocument() {
        StatusDocument old = read(OF_2_9);

        String printed = new StatusTable(old, StatusTable.layoutOf(old)).print();

        assertThat(printed)
                .contains("m      c           vs/R          2.9.29   unsupported  13:03:13+02:00")
                .contains("node  20.04    active    1/2  ubuntu  stable    19  no")
                .contains("Machine  State    DNS       Inst id        Series  AZ  Message")
                .contains("0        started  10.0.0.8  juju-c6c89a-0  focal       powering on");
    }

    @Test
    void printsTheTablesOfKubernetesAndOfOtherModels() {
        StatusDocument document = read(OF_3_6);

        String printed = new StatusTable(document, StatusTable.layoutOf(document)).print();

        assertThat(printed)
                .isEqualTo(
                        """
                        Model  Controller  Cloud/Region  Version  SLA          Timestamp       \
                        Notes
                        k      c           microk8s      3.6.1    unsupported  17:00:33+13:00  \
                        migrating

                        SAAS   Status  Store  URL
                        mysql  active  other  admin/prod.mysql

                        App       Version  Status  Scale  Charm     Channel  Rev  Address         \
                        Exposed  Message
                        database           active      1  database             0  10.152.183.228  \
                        yes

                        Unit         Workload  Agent  Address       Ports                 Message
                        database/0*  active    idle   10.1.164.190  8080-8081/tcp 53/udp

                        Offer  Application  Charm     Rev  Connected  Endpoint  Interface  Role
                        data   database     database  7    1/2        db        dbi        provider
                                                                      ro        dbi        provider
                        """);
    }
}

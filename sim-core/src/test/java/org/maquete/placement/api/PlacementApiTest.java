package org.maquete.placement.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlacementApiTest {

    private static final String HOST = "00000001-0000-4000-8000-000000000001";
    private static final String CHILD = "00000002-0000-4000-8000-000000000002";
    private static final String SERVER = "00000003-0000-4000-8000-000000000003";

    private final PlacementApi placement = new PlacementApi();

    private int put(String path, String body) {
        return placement.ask("PUT", path, body.replace('\'', '"')).status();
    }

    private void host() {
        String body = "{\"name\":\"server1\",\"uuid\":\"" + HOST + "\"}";
        placement.ask("POST", "/resource_providers", body);
        put(
                "/resource_providers/" + HOST + "/inventories",
                "{'resource_provider_generation':0,'inventories':{'MEMORY_MB':{'total':16384,"
                        + "'reserved':512,'allocation_ratio':0.98,'max_unit':16384},'VCPU':{"
                        + "'total':4,'allocation_ratio':2.0,'max_unit':4}}}");
    }

    private static String claim(String provider, String resources, String generation) {
        return "{'allocations':{'"
                + provider
                + "':{'resources':{"
                + resources
                + "}}},'project_id':'p','user_id':'u','consumer_generation':"
                + generation
                + ",'consumer_type':'INSTANCE'}";
    }

    @Test
    void comparesCapacityAsAFloatAndUnitsWithoutTheRatio() {
        host();

        assertThat(put("/allocations/" + SERVER, claim(HOST, "'MEMORY_MB':15555", "null")))
                .isEqualTo(409);
        assertThat(put("/allocations/" + SERVER, claim(HOST, "'VCPU':5", "null"))).isEqualTo(409);
        assertThat(put("/allocations/" + SERVER, claim(HOST, "'MEMORY_MB':15554", "null")))
                .isEqualTo(204);
    }

    @Test
    void keepsTheConsumerOfAClaimOnAnUnknownProvider() {
        host();

        assertThat(put("/allocations/" + SERVER, claim(CHILD, "'VCPU':1", "null"))).isEqualTo(400);
        assertThat(put("/allocations/" + SERVER, claim(HOST, "'VCPU':1", "null"))).isEqualTo(409);
        assertThat(put("/allocations/" + SERVER, claim(HOST, "'VCPU':1", "0"))).isEqualTo(204);
    }

    @Test
    void reshapesInventoryAndAllocationsOrNeither() {
        host();
        put("/allocations/" + SERVER, claim(HOST, "'VCPU':2", "null"));
        String child =
                "{\"name\":\"numa0\",\"uuid\":\""
                        + CHILD
                        + "\",\"parent_provider_uuid\":\""
                        + HOST
                        + "\"}";
        placement.ask("POST", "/resource_providers", child);
        String inventories =
                "{'inventories':{'"
                        + HOST
                        + "':{'resource_provider_generation':2,'inventories':{'MEMORY_MB':{"
                        + "'total':16384}}},'"
                        + CHILD
                        + "':{'resource_provider_generation':0,"
                        + "'inventories':{'VCPU':{'total':4}}}}";
        String refused = inventories + ",'allocations':{}}";
        String moved =
                inventories
                        + ",'allocations':{'"
                        + SERVER
                        + "':"
                        + claim(CHILD, "'VCPU':2", "1")
                        + "}}";

        assertThat(placement.ask("POST", "/reshaper", refused.replace('\'', '"')).status())
                .isEqualTo(409);
        assertThat(usages(CHILD)).isEqualTo("{}");
        assertThat(placement.ask("POST", "/reshaper", moved.replace('\'', '"')).status())
                .isEqualTo(204);
        assertThat(usages(CHILD)).isEqualTo("{\"VCPU\":2}");
        assertThat(usages(HOST)).isEqualTo("{\"MEMORY_MB\":0}");
    }

    private String usages(String uuid) {
        return placement
                .ask("GET", "/resource_providers/" + uuid + "/usages", "")
                .body()
                .path("usages")
                .toString();
    }

    @Test
    void walksNumbersAsAPythonSetDoes() {
        assertThat(PythonSet.order(List.of(0, 1, 2))).containsExactly(0, 1, 2);
        assertThat(PythonSet.order(List.of(10, 10000))).containsExactly(10000, 10);
        assertThat(PythonSet.order(List.of(10, 2, 1))).containsExactly(1, 10, 2);
        assertThat(PythonSet.order(List.of(10000, 0, 2))).containsExactly(10000, 0, 2);
        assertThat(PythonSet.order(List.of(40, 3, 2, 1, 0, 3))).containsExactly(0, 1, 2, 3, 40);
    }
}

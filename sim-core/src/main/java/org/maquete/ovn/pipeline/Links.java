package org.maquete.ovn.pipeline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;

/** Which port is on the other side of which, by places; see {@link Network}. */
@SuppressWarnings("ArrayRecordComponent") // places that nobody compares
record Links(int[][] switchPeers, int[][] routerPeers, Map<String, Integer> places) {

    static Links of(RowIndex index, SwitchPath[] switches, RouterPath[] routers) {
        Map<String, Integer> routerPlaces = new LinkedHashMap<>();
        int[][] routerPeers = new int[routers.length][];
        for (int i = 0; i < routers.length; i++) {
            RouterPort[] ports = routers[i].ports();
            routerPeers[i] = new int[ports.length];
            Arrays.fill(routerPeers[i], -1);
            for (int j = 0; j < ports.length; j++) {
                routerPlaces.put(ports[j].name(), Network.packed(i, j));
            }
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        int[][] switchPeers = new int[switches.length][];
        List<LogicalSwitch> rows = index.rows().switches();
        for (int i = 0; i < switches.length; i++) {
            SwitchPort[] ports = switches[i].ports();
            List<LogicalSwitchPort> portRows = index.portsOf(rows.get(i));
            switchPeers[i] = new int[ports.length];
            Arrays.fill(switchPeers[i], -1);
            for (int j = 0; j < ports.length; j++) {
                int here = Network.packed(i, j);
                places.put(ports[j].name(), here);
                if (ports[j].kind() == SwitchPort.Kind.ROUTER) {
                    String name = portRows.get(j).options().getOrDefault("router-port", "");
                    Integer peer = routerPlaces.get(name);
                    if (peer != null) {
                        switchPeers[i][j] = peer;
                        routerPeers[Network.path(peer)][Network.port(peer)] = here;
                    }
                }
            }
        }
        return new Links(switchPeers, routerPeers, places);
    }
}

package org.maquete.maas.client;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.world.World;

/** The VLAN that a new subnet comes to: MAAS 3.5, forms/subnet.py, _clean_vlan. */
sealed interface SubnetVlan {

    /** Fabric and number, {@code fabric-0 10}. */
    record Found(String vlan) implements SubnetVlan {}

    /** There is none such. */
    record Wrong(Refusal refusal) implements SubnetVlan {}

    /** The VLAN by {@code vlan}, or by {@code fabric} and {@code vid}; else the default one. */
    static SubnetVlan of(ApiRequest request, World world) {
        String typed = request.value("vlan");
        if (!typed.isEmpty()) {
            return NamedVerbs.find(ResourceKind.VLAN, typed, world)
                    .<SubnetVlan>map(vlan -> new Found(vlan.name()))
                    .orElseGet(() -> wrong("vlan", NO_CHOICE));
        }
        String fabric = request.value("fabric");
        List<Resource> fabrics = MaasView.resources(world, ResourceKind.FABRIC);
        Optional<Resource> chosen =
                fabric.isEmpty()
                        ? fabrics.stream().findFirst()
                        : NamedVerbs.find(ResourceKind.FABRIC, fabric, world);
        if (chosen.isEmpty()) {
            return fabric.isEmpty() ? new Found("fabric-0 0") : wrong("fabric", NO_CHOICE);
        }
        String vid = request.value("vid").isEmpty() ? "0" : request.value("vid");
        String name = chosen.get().name() + " " + vid;
        if (MaasView.resource(world, ResourceKind.VLAN, name).isPresent()) {
            return new Found(name);
        }
        String where = fabric.isEmpty() ? "default fabric." : "fabric " + chosen.get().name() + ".";
        return wrong("vid", "No VLAN with vid " + vid + " in " + where);
    }

    /** Django's text for a choice that is not there. */
    String NO_CHOICE = "Select a valid choice. That choice is not one of the available choices.";

    private static Wrong wrong(String field, String message) {
        return new Wrong(new Refusal("400", field, message, Ref.NONE));
    }
}

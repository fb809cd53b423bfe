package org.maquete.maas.client;

import java.util.List;
import org.maquete.tool.Parsed;
import org.maquete.tool.Verb;

/** A verb that is made when somebody types it. */
record OnDemand(String name) implements Verb {

    @Override
    public String path() {
        return "maas " + name;
    }

    @Override
    public Parsed parse(List<String> arguments) {
        return VerbNames.make(name).parse(arguments);
    }

    @Override
    public String creates() {
        return name.equals("login") ? "maas-profile" : "";
    }
}

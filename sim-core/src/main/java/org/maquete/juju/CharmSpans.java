package org.maquete.juju;

import java.util.List;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Span;
import org.maquete.kernel.SpanUser;

/** Which charms wait for the spans of Juju: by the hooks and actions that each of them has. */
record CharmSpans(CharmCatalog catalog) implements SpanUser {

    @Override
    public String kind() {
        return "charms";
    }

    @Override
    public List<String> all() {
        return catalog.names();
    }

    @Override
    public List<String> of(Span span) {
        return all().stream().filter(name -> uses(catalog.find(name).orElseThrow(), span)).toList();
    }

    private static boolean uses(CharmMetadata charm, Span span) {
        if (JujuSpans.OF_EVERY_UNIT.contains(span)) {
            return true;
        }
        if (span.equals(JujuSpans.ACTION)) {
            return !charm.actions().isEmpty();
        }
        if (span.equals(JujuSpans.CREATED) || span.equals(JujuSpans.RELATION)) {
            return !charm.endpoints().isEmpty();
        }
        for (Hook.Kind kind : Hook.Kind.values()) {
            if (JujuSpans.of(Hook.of(kind)).equals(span)) {
                return true;
            }
        }
        return false;
    }
}

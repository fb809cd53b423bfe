package org.maquete.juju.bundle;

import java.util.List;
import org.maquete.juju.Binding;
import org.maquete.juju.Setting;

/**
 * One step of deploying a bundle, by the name that juju 3.6 core/bundle/changes gives it. Where a
 * step needs the result of an earlier one, it holds {@code $} and that one's id.
 */
public sealed interface BundleChange {

    /** {@code addUnit-7}: the kind and the number in the order of planning. */
    String id();

    /** What juju prints for it, a line each. */
    List<String> description();

    /** Printed, and nothing else: the charm is there, annotations are not modelled. */
    record Told(String id, List<String> description) implements BundleChange {
        public Told {
            description = List.copyOf(description);
        }
    }

    /**
     * An application without units.
     *
     * @param bindings the spaces of its endpoints
     * @param wrong why the controller will not take its options, or empty
     */
    record AddApplication(
            String id,
            List<String> description,
            String application,
            String charm,
            String channel,
            String base,
            String constraints,
            List<Setting> settings,
            List<Binding> bindings,
            String wrong)
            implements BundleChange {
        public AddApplication {
            description = List.copyOf(description);
            settings = List.copyOf(settings);
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * A machine, or a container on one.
     *
     * @param container {@code lxd} or empty
     * @param parent where the container goes: a machine, the result of a step, or empty for new
     * @param holders the applications that wait for it, as an error names them
     */
    record AddMachine(
            String id,
            List<String> description,
            String container,
            String parent,
            String base,
            String constraints,
            String holders)
            implements BundleChange {
        public AddMachine {
            description = List.copyOf(description);
        }
    }

    /** A relation. */
    record AddRelation(String id, List<String> description, String first, String second)
            implements BundleChange {
        public AddRelation {
            description = List.copyOf(description);
        }
    }

    /**
     * A unit.
     *
     * @param to a machine, {@code lxd:} and a machine, the result of a step, or empty
     */
    record AddUnit(String id, List<String> description, String application, String to)
            implements BundleChange {
        public AddUnit {
            description = List.copyOf(description);
        }
    }

    /** May be reached from outside. */
    record Expose(String id, List<String> description, String application) implements BundleChange {
        public Expose {
            description = List.copyOf(description);
        }
    }

    /** Options of an application that was there before. */
    record SetOptions(
            String id, List<String> description, String application, List<Setting> settings)
            implements BundleChange {
        public SetOptions {
            description = List.copyOf(description);
            settings = List.copyOf(settings);
        }
    }
}

package org.maquete.juju;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.maquete.juju.catalog.ReadinessCheck;
import org.maquete.juju.catalog.ReadinessStyle;
import org.maquete.juju.catalog.StatusText;
import org.maquete.kernel.Ref;

/**
 * The words in which charms of each family say which of their relations are not there yet.
 *
 * <p>charmhelpers ({@code contrib/openstack/utils.py}) prints the labels of a Python set, so its
 * order is random in reality; here it is sorted, to be the same every time. charms.openstack
 * ({@code charm/core.py}) goes through the relations in the order in which the charm declares them.
 * There a relation counts as missing until its first unit has joined; charmhelpers calls that
 * incomplete.
 */
final class RelationChecks {

    private record Failed(ReadinessCheck check, EndpointState state) {}

    private RelationChecks() {}

    /**
     * What the charm says of these checks; empty when all of them are satisfied.
     *
     * @param gates statuses that the unit has beside those of its relations
     */
    static Optional<Assessment> assess(
            ReadinessStyle style,
            List<ReadinessCheck> checks,
            List<StatusText> gates,
            Function<String, EndpointState> endpoints) {
        List<Failed> failed = new ArrayList<>(0);
        for (ReadinessCheck check : checks) {
            EndpointState state = best(check, endpoints);
            if (!state.isComplete()) {
                failed.add(new Failed(check, state));
            }
        }
        if (failed.isEmpty() && gates.isEmpty()) {
            return Optional.empty();
        }
        Assessment found =
                switch (style) {
                    case OS_CLASSIC -> classic(failed, gates);
                    case OS_REACTIVE -> reactive(failed, gates);
                    case OPS, CUSTOM, NONE, UNKNOWN ->
                            failed.isEmpty()
                                    ? of(gates.getFirst())
                                    : first(failed.getFirst(), style);
                };
        return Optional.of(found);
    }

    private static Assessment of(StatusText text) {
        return new Assessment(text.status(), text.message(), List.of());
    }

    /**
     * The state that counts for a check: the most advanced of its endpoints, the first of equals.
     */
    static EndpointState best(ReadinessCheck check, Function<String, EndpointState> endpoints) {
        EndpointState best = endpoints.apply(check.endpoints().getFirst());
        for (int i = 1; i < check.endpoints().size(); i++) {
            EndpointState state = endpoints.apply(check.endpoints().get(i));
            if (state.kind().compareTo(best.kind()) > 0) {
                best = state;
            }
        }
        return best;
    }

    /** charmhelpers {@code _ows_check_charm_func} appends what the charm itself has to say. */
    private static Assessment classic(List<Failed> failed, List<StatusText> gates) {
        if (gates.isEmpty()) {
            return classic(failed);
        }
        Assessment own = of(gates.getFirst());
        if (failed.isEmpty()) {
            return own;
        }
        Assessment relations = classic(failed);
        boolean blocked = relations.status().equals("blocked") || own.status().equals("blocked");
        return new Assessment(
                blocked ? "blocked" : "waiting",
                relations.message() + ", " + own.message(),
                relations.waitsFor());
    }

    private static Assessment classic(List<Failed> failed) {
        List<Failed> sorted = new ArrayList<>(failed);
        sorted.sort(Comparator.comparing(one -> one.check().label()));
        List<String> missing = new ArrayList<>();
        List<String> incomplete = new ArrayList<>();
        for (Failed one : sorted) {
            (one.state().isRelated() ? incomplete : missing).add(one.check().label());
        }
        String message =
                missing.isEmpty()
                        ? "Incomplete relations: " + String.join(", ", incomplete)
                        : "Missing relations: " + String.join(", ", missing);
        if (!missing.isEmpty() && !incomplete.isEmpty()) {
            message += "; incomplete relations: " + String.join(", ", incomplete);
        }
        return new Assessment(missing.isEmpty() ? "waiting" : "blocked", message, reasons(sorted));
    }

    private static Assessment reactive(List<Failed> failed, List<StatusText> gates) {
        List<StatusText> texts = new ArrayList<>();
        for (Failed one : failed) {
            texts.add(text(one, ReadinessStyle.OS_REACTIVE));
        }
        texts.addAll(gates);
        boolean blocked = false;
        StringJoiner message = new StringJoiner(", ");
        for (StatusText text : texts) {
            blocked |= text.status().equals("blocked");
            message.add(text.message());
        }
        String status = blocked ? "blocked" : "waiting";
        return new Assessment(status, message.toString(), reasons(failed));
    }

    private static Assessment first(Failed one, ReadinessStyle style) {
        StatusText text = text(one, style);
        return new Assessment(text.status(), text.message(), one.state().waitsFor());
    }

    private static StatusText text(Failed one, ReadinessStyle style) {
        boolean joinCounts = style == ReadinessStyle.OS_REACTIVE || style == ReadinessStyle.OPS;
        boolean missing =
                switch (one.state().kind()) {
                    case UNRELATED -> true;
                    case EMPTY -> joinCounts;
                    case INCOMPLETE, COMPLETE -> false;
                };
        String label = "'" + one.check().label() + "'";
        return missing
                ? one.check().missing().orElse(new StatusText("blocked", label + " missing"))
                : one.check().incomplete().orElse(new StatusText("waiting", label + " incomplete"));
    }

    /** Those who are to blame, missing relations first: nothing else can put them right. */
    private static List<Ref> reasons(List<Failed> failed) {
        List<Ref> reasons = new ArrayList<>();
        for (Failed one : failed) {
            if (!one.state().isRelated()) {
                reasons.addAll(one.state().waitsFor());
            }
        }
        for (Failed one : failed) {
            for (Ref reason : one.state().waitsFor()) {
                if (!reasons.contains(reason)) {
                    reasons.add(reason);
                }
            }
        }
        return reasons;
    }
}

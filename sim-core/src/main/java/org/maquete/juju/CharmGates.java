package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Condition;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.juju.catalog.Gate;
import org.maquete.juju.catalog.StatusText;

/**
 * What a charm says beside its relations: by its options, its units, and the actions it has run.
 */
final class CharmGates {

    private final CharmMetadata charm;
    private final HookContext context;

    CharmGates(CharmMetadata charm, HookContext context) {
        this.charm = charm;
        this.context = context;
    }

    /** The name under which the leader notes in the peer relation that an action has been run. */
    static String noteOf(String action) {
        return "done-" + action;
    }

    /** What is said before the relations are looked at. */
    Optional<Assessment> early() {
        return first(Gate.Order.EARLY);
    }

    /** What is said when the relations are right. */
    Optional<Assessment> last() {
        return first(Gate.Order.LAST);
    }

    private Optional<Assessment> first(Gate.Order order) {
        for (Gate gate : charm.readiness().gates()) {
            if (gate.order() == order && holds(gate.when())) {
                StatusText text = gate.text();
                return Optional.of(
                        new Assessment(text.status(), filled(text.message()), List.of()));
            }
        }
        return Optional.empty();
    }

    /** What is said beside the relations, in order. */
    List<StatusText> beside() {
        List<StatusText> texts = new ArrayList<>(0);
        for (Gate gate : charm.readiness().gates()) {
            StatusText text = gate.text();
            if (gate.order() == Gate.Order.BESIDE
                    && !text.status().equals("active")
                    && holds(gate.when())) {
                texts.add(new StatusText(text.status(), filled(text.message())));
            }
        }
        return texts;
    }

    /** The message of a unit that is ready. */
    String activeMessage() {
        for (Gate gate : charm.readiness().gates()) {
            if (gate.text().status().equals("active") && holds(gate.when())) {
                return filled(gate.text().message());
            }
        }
        return filled(charm.readiness().activeMessage());
    }

    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Related(List<String> endpoints) -> isRelated(endpoints);
            case Condition.Unrelated(List<String> endpoints) -> !isRelated(endpoints);
            case Condition.ConfigIs is -> context.config(is.option()).equals(is.value().text());
            case Condition.Unset(List<String> options) -> isAnyUnset(options);
            case Condition.Outside outside -> isOutside(outside);
            case Condition.FewerUnits(String option) ->
                    context.peers().size() < whole(context.config(option));
            case Condition.NotRun(String action) -> !hasRun(action);
            case Condition.NotPairs(String option) -> !isPairs(context.config(option));
            case Condition.Leads(boolean wanted) -> context.unit().leader() == wanted;
            case Condition.All(List<Condition> conditions) -> areTrue(conditions);
        };
    }

    private boolean areTrue(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (!holds(condition)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRelated(List<String> endpoints) {
        for (String endpoint : endpoints) {
            if (!context.relations(endpoint).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyUnset(List<String> options) {
        for (String option : options) {
            if (context.config(option).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(Condition.Outside outside) {
        int value = whole(context.config(outside.option()));
        return value < outside.low() || value > outside.high();
    }

    private static boolean isPairs(String text) {
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty() && word.indexOf(':') < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean hasRun(String action) {
        String application = context.application().name();
        for (Endpoint endpoint : charm.endpoints()) {
            if (endpoint.role() == EndpointRole.PEER) {
                for (Relation relation : context.relations(endpoint.name())) {
                    if (context.value(relation, application, noteOf(action)).equals("true")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int whole(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /**
     * {@code {n}} is the number of units, with the plural of what follows; another name in braces
     * stands for the value of that option.
     */
    private String filled(String message) {
        if (!message.contains("{")) {
            return message;
        }
        int units = context.peers().size();
        String text =
                message.replace("{n}", Integer.toString(units))
                        .replace("(s)", units == 1 ? "" : "s");
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            int end = text.indexOf('}', at);
            String name = end < 0 ? "" : text.substring(at + 1, end);
            if (charm.options().containsKey(name)) {
                text = text.replace("{" + name + "}", context.config(name));
            }
        }
        return text;
    }
}

package org.maquete.juju.catalog;

import java.util.List;

/** When an optional check or a gate of a charm applies. */
public sealed interface Condition {

    /** At least one of these endpoints has a relation. */
    record Related(List<String> endpoints) implements Condition {
        public Related {
            endpoints = List.copyOf(endpoints);
        }
    }

    /** None of these endpoints has a relation. */
    record Unrelated(List<String> endpoints) implements Condition {
        public Unrelated {
            endpoints = List.copyOf(endpoints);
        }
    }

    /** The option has this value; one that is unset and has no default has none. */
    record ConfigIs(String option, OptionValue value) implements Condition {}

    /** At least one of these options has no value. */
    record Unset(List<String> options) implements Condition {
        public Unset {
            options = List.copyOf(options);
        }
    }

    /** The value of a whole number's option is not within these two, both allowed. */
    record Outside(String option, int low, int high) implements Condition {}

    /** The application has fewer units than this option says. */
    record FewerUnits(String option) implements Condition {}

    /** A word of this option's value has no colon: it is no list of pairs between blanks. */
    record NotPairs(String option) implements Condition {}

    /** The leader has not run this action with success. */
    record NotRun(String action) implements Condition {}

    /** Whether the unit leads its application. */
    record Leads(boolean wanted) implements Condition {}

    /** All of them. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }
}

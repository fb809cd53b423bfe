package org.maquete.juju.catalog;

/**
 * Why a relation is not added.
 *
 * @param code the error code of Juju's API, empty when it has none
 * @param message the controller's own words
 */
public record RelationRefusal(String code, String message) implements RelationDecision {

    static final String NOT_FOUND = "not found";
    public static final String ALREADY_EXISTS = "already exists";
    static final String QUOTA_LIMIT_EXCEEDED = "quota limit exceeded";

    /**
     * What the client prints after {@code ERROR }. It adds the code in parentheses; for a relation
     * that exists it breaks the text at each {@code ": "} and adds a hint, and the text so wrapped
     * ends in a colon and a blank (cmd/juju/application/integrate.go, and the output that its
     * feature test cmd_juju_relation_test.go expects).
     */
    public String printed() {
        String text = code.isEmpty() ? message : message + " (" + code + ")";
        if (!code.equals(ALREADY_EXISTS)) {
            return text;
        }
        return text.replace(": ", "\n")
                + ": \n\nUse 'juju status --relations' to view the current relations.";
    }
}

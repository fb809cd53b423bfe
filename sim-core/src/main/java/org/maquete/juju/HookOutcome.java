package org.maquete.juju;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;

/** What a hook or an action did; Juju commits it at the end of the hook. */
public final class HookOutcome {

    /** A value for a relation; {@code application} when the leader sets it for the application. */
    public record Put(int relation, boolean application, String name, String value) {}

    private String status = "";
    private String message = "";
    private List<Ref> waitsFor = List.of();
    private String applicationStatus = "";
    private String applicationMessage = "";
    private String version = "";
    private final List<String> ports = new ArrayList<>(0);
    private final List<Put> puts = new ArrayList<>(0);
    private final List<Command> commands = new ArrayList<>(0);
    private final Map<String, String> results = new LinkedHashMap<>();
    private String failure = "";
    private boolean peersShouldLook;
    private boolean hookFails;

    /** Sets the workload status; {@code waitsFor} names what it waits for, for causes. */
    public void status(String current, String text, Ref... reasons) {
        status(current, text, List.of(reasons));
    }

    void status(String current, String text, List<Ref> reasons) {
        status = current;
        message = text;
        waitsFor = reasons;
    }

    /** Sets the application status; nothing happens unless the unit leads. */
    public void applicationStatus(String current, String text) {
        applicationStatus = current;
        applicationMessage = text;
    }

    /** Sets the workload version. */
    public void version(String text) {
        version = text;
    }

    /** Opens a port: {@code 8200/tcp}. */
    public void openPort(String port) {
        ports.add(port);
    }

    /** Puts a value into a relation as this unit; nothing happens when the relation has gone. */
    public void put(Relation relation, String name, String value) {
        puts.add(new Put(relation.number(), false, name, value));
    }

    /** Puts a value into a relation for the application; nothing happens unless the unit leads. */
    public void putForApplication(Relation relation, String name, String value) {
        puts.add(new Put(relation.number(), true, name, value));
    }

    /** Puts {@code ready} = {@code true} into a relation. */
    public void ready(Relation relation) {
        put(relation, Charm.READY, "true");
    }

    /** Asks the charm's own program. */
    public void command(Command command) {
        commands.add(command);
    }

    /** A result of an action, printed as YAML. */
    public void result(String name, String value) {
        results.put(name, value);
    }

    /** The action fails with this message. */
    public void failAction(String text) {
        failure = text;
    }

    /**
     * The hook exits with an error: nothing else that it did is kept, the unit stops at it, and it
     * runs again later.
     */
    public void failHook() {
        hookFails = true;
    }

    /**
     * Other units of the application must look again at their state soon (peer or update-status).
     */
    public void peersShouldLook() {
        peersShouldLook = true;
    }

    boolean hookFails() {
        return hookFails;
    }

    /** Status stays as the agent has set it. */
    void keepStatus() {
        status = "";
    }

    String status() {
        return status;
    }

    String message() {
        return message;
    }

    List<Ref> waitsFor() {
        return waitsFor;
    }

    String applicationStatus() {
        return applicationStatus;
    }

    String applicationMessage() {
        return applicationMessage;
    }

    String version() {
        return version;
    }

    List<String> ports() {
        return ports;
    }

    List<Put> puts() {
        return puts;
    }

    List<Command> commands() {
        return commands;
    }

    Map<String, String> results() {
        return results;
    }

    String failure() {
        return failure;
    }

    boolean wantsPeersToLook() {
        return peersShouldLook;
    }
}

package org.maquete.placement.api;

import java.util.TreeMap;

/** Who holds allocations: a server, a migration. */
final class Consumer {

    private final String uuid;
    private String project;
    private String user;
    private String type;
    private int generation;
    private final TreeMap<Holding, Long> holdings = new TreeMap<>();

    /** A resource class of a provider. */
    record Holding(int provider, int resourceClass) implements Comparable<Holding> {
        @Override
        public int compareTo(Holding other) {
            return provider != other.provider
                    ? Integer.compare(provider, other.provider)
                    : Integer.compare(resourceClass, other.resourceClass);
        }
    }

    Consumer(String uuid, String project, String user, String type) {
        this.uuid = uuid;
        this.project = project;
        this.user = user;
        this.type = type;
    }

    String uuid() {
        return uuid;
    }

    String project() {
        return project;
    }

    String user() {
        return user;
    }

    String type() {
        return type;
    }

    int generation() {
        return generation;
    }

    /** Another project, user or type: each change of it counts as one of the consumer. */
    void belongsTo(String otherProject, String otherUser, String otherType) {
        project = otherProject;
        user = otherUser;
        type = otherType;
    }

    void changed() {
        generation++;
    }

    TreeMap<Holding, Long> holdings() {
        return holdings;
    }

    /** What undoes all changes from now on. */
    Runnable saved() {
        TreeMap<Holding, Long> holdingsNow = new TreeMap<>(holdings);
        String projectNow = project;
        String userNow = user;
        String typeNow = type;
        int generationNow = generation;
        return () -> {
            holdings.clear();
            holdings.putAll(holdingsNow);
            belongsTo(projectNow, userNow, typeNow);
            generation = generationNow;
        };
    }
}

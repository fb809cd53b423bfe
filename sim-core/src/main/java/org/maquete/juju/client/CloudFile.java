package org.maquete.juju.client;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of {@code add-cloud} and {@code add-credential}: juju 3.6, cloud/clouds.go. */
final class CloudFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** What a file has under the name that was asked for. */
    sealed interface Found {
        record Cloud(String type, String endpoint) implements Found {}

        record Credential(String name) implements Found {}

        /** Why there is nothing. */
        record Nothing(String why) implements Found {}
    }

    private CloudFile() {}

    static Found cloud(String text, String name) {
        JsonNode clouds = section(text, "clouds");
        if (!clouds.isObject()) {
            return new Found.Nothing("invalid cloud metadata: missing \"clouds\" key");
        }
        JsonNode cloud = clouds.path(name);
        if (!cloud.isObject()) {
            return new Found.Nothing("cloud " + ClientText.quote(name) + " not found in file");
        }
        return new Found.Cloud(
                cloud.path("type").asString(""), cloud.path("endpoint").asString(""));
    }

    static Found credential(String text, String cloud) {
        JsonNode named = section(text, "credentials").path(cloud);
        if (!named.isObject()) {
            return new Found.Nothing("no credentials for cloud " + cloud + " exist in file");
        }
        Iterator<Map.Entry<String, JsonNode>> entries = named.properties().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> entry = entries.next();
            if (entry.getValue().isObject()) {
                return new Found.Credential(entry.getKey());
            }
        }
        return new Found.Nothing("no credentials for cloud " + cloud + " exist in file");
    }

    private static JsonNode section(String text, String key) {
        try {
            JsonNode tree = YAML.readTree(text);
            return tree.path(key);
        } catch (JacksonException broken) {
            return YAML.missingNode();
        }
    }
}

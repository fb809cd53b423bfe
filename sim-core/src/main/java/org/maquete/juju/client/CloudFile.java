package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import org.maquete.runbook.PlainYaml;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the files of {@code add-cloud} and {@code add-credential}: juju 3.6, cloud/clouds.go. */
final class CloudFile {

    /** What a file has under the name that was asked for. */
    sealed interface Found {
        record Cloud(String type, String endpoint) implements Found {}

        record Credential(String name) implements Found {}

        /** Why there is nothing. */
        record Nothing(String why) implements Found {}
    }

    private CloudFile() {}

    static Found cloud(String text, String name) {
        Optional<MappingNode> clouds = mapping(document(text), "clouds");
        if (clouds.isEmpty()) {
            return new Found.Nothing("invalid cloud metadata: missing \"clouds\" key");
        }
        Optional<MappingNode> cloud = mapping(clouds, name);
        return cloud.isEmpty()
                ? new Found.Nothing("cloud " + ClientText.quote(name) + " not found in file")
                : new Found.Cloud(text(cloud.get(), "type"), text(cloud.get(), "endpoint"));
    }

    static Found credential(String text, String cloud) {
        Optional<MappingNode> named = mapping(mapping(document(text), "credentials"), cloud);
        List<NodeTuple> entries = named.map(MappingNode::getValue).orElse(List.of());
        for (NodeTuple entry : entries) {
            if (entry.getValueNode() instanceof MappingNode
                    && entry.getKeyNode() instanceof ScalarNode name) {
                return new Found.Credential(name.getValue());
            }
        }
        return new Found.Nothing("no credentials for cloud " + cloud + " exist in file");
    }

    private static Optional<MappingNode> document(String text) {
        try {
            return PlainYaml.read(text)
                    .or(() -> new Compose(LoadSettings.builder().build()).composeString(text))
                    .flatMap(CloudFile::mapping);
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
    }

    private static Optional<MappingNode> mapping(Node node) {
        return node instanceof MappingNode found ? Optional.of(found) : Optional.empty();
    }

    private static Optional<MappingNode> mapping(Optional<MappingNode> tree, String key) {
        return tree.flatMap(mapping -> value(mapping, key)).flatMap(CloudFile::mapping);
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return Optional.of(entry.getValueNode());
            }
        }
        return Optional.empty();
    }

    private static String text(MappingNode mapping, String key) {
        return value(mapping, key)
                .map(node -> node instanceof ScalarNode scalar ? scalar.getValue() : "")
                .orElse("");
    }
}

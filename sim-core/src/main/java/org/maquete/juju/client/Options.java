package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.Setting;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.OptionSettings;
import org.maquete.juju.catalog.OptionValues;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;

/**
 * The values of {@code --config}: {@code key=value} pairs and one option file at the most, read as
 * cmd/juju/common/config.go of juju 3.6 does.
 */
final class Options {

    /** What came out. */
    sealed interface Read {
        /** The settings, those of the file first and the pairs over them. */
        record Settings(List<Setting> settings) implements Read {}

        /** The client cannot read it. */
        record Failed(Deed deed) implements Read {}

        /** The server would not take it. */
        record Refused(String message, Ref missed) implements Read {}
    }

    private Options() {}

    /**
     * Reads the values of {@code --config}.
     *
     * @param application the key in the file
     */
    static Read read(
            List<String> values, CharmMetadata charm, String application, Session session) {
        List<String> files = values.stream().filter(value -> value.indexOf('=') < 0).toList();
        if (files.size() > 1) {
            return new Read.Failed(
                    Focus.reject(
                            "only a single config YAML file can be specified, got " + files.size(),
                            Ref.NONE));
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        if (!files.isEmpty()) {
            Read file = file(files.getFirst(), charm, application, session);
            if (!(file instanceof Read.Settings(List<Setting> found))) {
                return file;
            }
            found.forEach(setting -> settings.put(setting.option(), setting));
        }
        for (String value : values) {
            int equal = value.indexOf('=');
            if (equal > 0) {
                String option = value.substring(0, equal);
                settings.put(option, new Setting(option, value.substring(equal + 1)));
            }
        }
        return new Read.Settings(new ArrayList<>(settings.values()));
    }

    /** One option file. */
    static Read file(String name, CharmMetadata charm, String application, Session session) {
        Optional<String> text = session.file(name);
        if (text.isEmpty()) {
            return new Read.Failed(missing(name));
        }
        OptionSettings read = OptionValues.file(charm, application, name, text.get());
        if (!read.problems().isEmpty()) {
            return new Read.Refused(
                    read.problems().getFirst().message(), new Ref("setting", application));
        }
        List<Setting> settings = new ArrayList<>();
        read.values().forEach((option, value) -> settings.add(new Setting(option, value.text())));
        return new Read.Settings(settings);
    }

    /** What Go says about a file that is not there. */
    static Deed missing(String name) {
        return Focus.reject("open " + name + ": no such file or directory", new Ref("file", name));
    }
}

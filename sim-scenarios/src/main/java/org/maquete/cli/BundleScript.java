package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.bundle.BundleReader;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.lab.LabDescription;
import org.maquete.operator.PutFile;
import org.maquete.runbook.SourceText;

/**
 * What a person types to deploy a bundle into a lab where nothing runs yet: Juju learns about MAAS,
 * a controller, a model, the bundle. Further bundles are its overlays.
 */
final class BundleScript {

    private BundleScript() {}

    /** Whether the file is a bundle, and not something to be typed. */
    static boolean isBundle(SourceText source) {
        return isYaml(source)
                && (isHeaded(source.text())
                        || BundleReader.looksLikeBundle(source.name(), source.text()));
    }

    static boolean isYaml(SourceText source) {
        return source.name().endsWith(".yaml") || source.name().endsWith(".yml");
    }

    /** Broken YAML is a bundle too when a person would call it one: Juju says what is wrong. */
    private static boolean isHeaded(String text) {
        return text.lines()
                .anyMatch(line -> line.startsWith("applications:") || line.startsWith("services:"));
    }

    /** The bundles as files of the operator. */
    static List<PutFile> files(List<SourceText> bundles) {
        return bundles.stream().map(b -> new PutFile("~/" + file(b), b.text())).toList();
    }

    /** The lines; their file is named after the bundle. */
    static SourceText of(List<SourceText> bundles, LabDescription lab) {
        List<String> lines = new ArrayList<>();
        String cloud = lab.clouds().isEmpty() ? addCloud(lines, lab) : lab.clouds().getFirst();
        boolean isTagged = lab.machines().stream().anyMatch(m -> m.tags().contains("juju"));
        String where = isTagged ? " --constraints tags=juju" : "";
        String base = base(lab);
        String bootstrap = base.isEmpty() ? "" : " --bootstrap-base " + base;
        String model = base.isEmpty() ? "" : " --config default-base=" + base;
        lines.add("juju bootstrap" + bootstrap + where + " " + cloud + " controller");
        lines.add("juju add-model" + model + " bundle");
        StringBuilder deploy = new StringBuilder("juju deploy --trust ./");
        deploy.append(file(bundles.getFirst()));
        for (SourceText overlay : bundles.subList(1, bundles.size())) {
            deploy.append(" --overlay ./").append(file(overlay));
        }
        lines.add(deploy.toString());
        return new SourceText(bundles.getFirst().name() + ".sh", String.join("\n", lines) + "\n");
    }

    /** The base of the first image that MAAS has, {@code ubuntu/jammy/amd64}; or empty. */
    private static String base(LabDescription lab) {
        for (String image : lab.maas().images()) {
            String[] parts = image.split("/", -1);
            if (parts.length > 1
                    && Bases.ofSeries(parts[1])
                            instanceof Parsed.Good<OsRelease>(OsRelease release)) {
                return release.display();
            }
        }
        return "";
    }

    private static String addCloud(List<String> lines, LabDescription lab) {
        String cloud = "maas-one";
        lines.add("cat > cloud.yaml <<END");
        lines.add("clouds: {maas-one: {type: maas, auth-types: [oauth1],");
        String region = lab.maas().region().isEmpty() ? "maas" : lab.maas().region();
        lines.add("  endpoint: \"http://" + region + ":5240/MAAS\"}}");
        lines.add("END");
        lines.add("cat > credential.yaml <<END");
        lines.add("credentials: {maas-one: {operator: {auth-type: oauth1, maas-oauth: a:b:c}}}");
        lines.add("END");
        lines.add("juju add-cloud --client " + cloud + " cloud.yaml");
        lines.add("juju add-credential --client " + cloud + " -f credential.yaml");
        return cloud;
    }

    private static String file(SourceText bundle) {
        String name = bundle.name().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }
}

package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Model;
import org.maquete.lab.LabBuilder;
import org.maquete.lab.LabDescription;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;
import org.maquete.operator.Pace;
import org.maquete.operator.PutFile;
import org.maquete.preflight.Plan;
import org.maquete.runbook.SourceText;

/** The plans that come with the program in the lab that comes with it, typed patiently. */
final class BundledPlans {

    private static final List<String> BUNDLES = List.of("tiny", "ceph", "kubernetes", "openstack");

    private BundledPlans() {}

    /** English runbooks, right and wrong, then the bundles. */
    static List<Plan> all(Model model) {
        SourceText text = Bundled.lab();
        if (!(LabReader.read(text.name(), text.text(), model.spans())
                instanceof LabReading.Read(LabDescription lab))) {
            throw new IllegalStateException("expected to read our own lab, found problems");
        }
        List<Plan> plans = new ArrayList<>();
        plans.add(plan(model, lab, Bundled.corrected("en"), List.of()));
        plans.add(plan(model, lab, Bundled.firstNight("en"), List.of()));
        for (String name : BUNDLES) {
            List<SourceText> bundle = List.of(Bundled.bundle(name));
            List<PutFile> files = BundleScript.files(bundle);
            plans.add(plan(model, lab, BundleScript.of(bundle, lab), files));
        }
        return plans;
    }

    private static Plan plan(
            Model model, LabDescription lab, SourceText source, List<PutFile> files) {
        return new Plan(
                model,
                LabBuilder.settings(lab),
                LabBuilder.commands(lab),
                files,
                List.of(source),
                Pace.PATIENT);
    }
}

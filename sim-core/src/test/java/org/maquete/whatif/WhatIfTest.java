package org.maquete.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.InstallMachine;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;

final class WhatIfTest {

    private static final WhatIf.Question CUT =
            WhatIf.Question.atOnce(List.of(new CutPower("server1")), 0, OptionalLong.empty());

    @Test
    void disturbsOneBranchOnly() {
        Simulation run = rack();

        Branches branches = answered(WhatIf.ask(run, CUT));

        assertThat(HardwareView.hasMains(branches.calm().world(), "server1")).isTrue();
        assertThat(HardwareView.hasMains(branches.disturbed().world(), "server1")).isFalse();
    }

    @Test
    void leavesTheRunAsItIs() {
        Simulation run = rack();
        long before = run.world().digest();
        long journal = run.journal().digest();

        answered(WhatIf.ask(run, CUT));

        assertThat(run.world().digest()).isEqualTo(before);
        assertThat(run.journal().digest()).isEqualTo(journal);
    }

    @Test
    void bringsBothBranchesToTheSameInstant() {
        Simulation run = rack();

        Branches branches = answered(WhatIf.ask(run, CUT));

        assertThat(branches.endNs()).isEqualTo(run.now() + WhatIf.AFTER_SETTLED_NS);
        assertThat(branches.calm().now()).isEqualTo(branches.disturbed().now());
    }

    @Test
    void watchesForAsLongAsAsked() {
        WhatIf.Question question =
                new WhatIf.Question(CUT.disturbances(), OptionalLong.of(5 * SimTime.MINUTE));

        Branches branches = answered(WhatIf.ask(rack(), question));

        assertThat(branches.endNs() - branches.forkedNs()).isEqualTo(5 * SimTime.MINUTE);
    }

    @Test
    void saysWhyADisturbanceIsImpossible() {
        WhatIf.Question question =
                WhatIf.Question.atOnce(List.of(new CutPower("server9")), 0, OptionalLong.empty());

        WhatIf.Outcome outcome = WhatIf.ask(rack(), question);

        assertThat(outcome).isInstanceOf(WhatIf.Impossible.class);
    }

    private static Branches answered(WhatIf.Outcome outcome) {
        return ((WhatIf.Answered) outcome).branches();
    }

    private static Simulation rack() {
        Simulation run =
                new Simulation(new Model(List.of(new HardwareSubsystem())), Settings.DEFAULT);
        run.submit(
                new InstallMachine("server1", 4, 16384, "default", List.of(), List.of()),
                new Origin.Lab("test"));
        return run;
    }
}

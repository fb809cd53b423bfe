package org.maquete.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The runbooks that come with us say the same in both languages, and show what they name. */
final class RunbooksTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern OPTION_FILE = Pattern.compile("--config ([\\w.-]+\\.yaml)");

    @Test
    void correctedRunbookHasTheSameFencesInBothLanguages() {
        List<String> english = fences("openstack.en.md");

        assertThat(english).hasSizeGreaterThan(30).isEqualTo(fences("openstack.pt.md"));
    }

    @Test
    void firstNightHasTheSameFencesInBothLanguages() {
        List<String> english = fences("first-night.en.md");

        assertThat(english).hasSizeGreaterThan(15).isEqualTo(fences("first-night.pt.md"));
    }

    @Test
    void theTasksTypeTheSameInBothLanguages() {
        List<String> english = fences("tasks.en.md");

        assertThat(english).hasSizeGreaterThan(6).isEqualTo(fences("tasks.pt.md"));
    }

    @Test
    void correctedRunbookShowsEveryOptionFileItUses() {
        String text = text("openstack.en.md");

        List<String> used =
                OPTION_FILE.matcher(text).results().map(found -> found.group(1)).toList();

        assertThat(used).isNotEmpty().allSatisfy(file -> assertThat(text).contains(shown(file)));
    }

    @Test
    void firstNightNamesTheCorrectedRunbookInItsLastLine() {
        assertThat(text("first-night.en.md").lines().toList().getLast())
                .contains("openstack.en.md");
        assertThat(text("first-night.pt.md").lines().toList().getLast())
                .contains("openstack.pt.md");
    }

    /** The first lines of the fence: `ncc.yaml` holds a key for an application of that file. */
    private static String shown(String file) {
        String application =
                switch (file) {
                    case "ncc.yaml" -> "nova-cloud-controller";
                    case "neutron.yaml" -> "ovn-chassis";
                    default -> file.substring(0, file.length() - ".yaml".length());
                };
        return "```yaml\n" + application + ":\n";
    }

    private static List<String> fences(String name) {
        return FENCE.matcher(text(name)).results().map(MatchResult::group).toList();
    }

    private static String text(String name) {
        try (InputStream in =
                RunbooksTest.class.getResourceAsStream("/org/maquete/runbooks/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

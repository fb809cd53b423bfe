package org.maquete;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture of sim-core, read from its classes, with an example that breaks each rule. */
class TidyTest {

    private static final String ROOT = "org.maquete.";

    /** Classes with hash collections that are looked up and never iterated. */
    private static final Map<String, String> LOOKED_UP_ONLY =
            Map.of(
                    "org.maquete.kernel.Model",
                    "who owns a class of command, event or fact: keyed by class, on the hot path",
                    "org.maquete.nova.replay.Policy$RoundRobin",
                    "the number of a request by its name: a primitive map, on the hot path");

    /** Names that are the real system's own word. */
    private static final Map<String, String> REAL_WORDS =
            Map.of(
                    "org.maquete.juju.StatusInfo",
                    "core/status.StatusInfo of Juju",
                    "org.maquete.juju.catalog.Base",
                    "a charm's base, ubuntu@22.04",
                    "org.maquete.juju.client.BaseWords",
                    "how Juju prints a charm's base",
                    "org.maquete.runbook.Statement$SimpleCommand",
                    "simple command of the POSIX shell grammar");

    /** Public classes of a subsystem's own package that are neither view nor list. */
    private static final Map<String, String> SHOWN =
            Map.of(
                    "org.maquete.juju.HookOutcome",
                    "what a charm writes: the seam between juju and the charms above it",
                    "org.maquete.juju.CharmReadiness",
                    "what follows from a charm's metadata: charms above juju build upon it",
                    "org.maquete.juju.PlanLines",
                    "where a plan says a thing: read by rules of charms above juju",
                    "org.maquete.juju.Onlookers",
                    "who looks again when a program has changed: told by programs above juju",
                    "org.maquete.juju.UnitHost",
                    "where a unit really runs: read by charms above juju",
                    "org.maquete.maas.Ipv4",
                    "arithmetic over addresses that lab and neutron share",
                    "org.maquete.operator.Scripts",
                    "documents as scripts: the lab's library reads them ahead of a run");

    private static final Pattern TESTS = Pattern.compile(".*/(test|test-classes)/org/maquete/.*");

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(location -> !location.matches(TESTS))
                    .importPackages("org.maquete");

    private static List<String> broken(Function<JavaClass, List<String>> rule) {
        return CORE.stream().flatMap(type -> rule.apply(type).stream()).sorted().toList();
    }

    private static List<String> broken(
            Function<JavaClass, List<String>> rule, Map<String, String> allowed) {
        return CORE.stream()
                .filter(type -> !allowed.containsKey(type.getName()))
                .flatMap(type -> rule.apply(type).stream())
                .sorted()
                .toList();
    }

    private static List<String> of(Function<JavaClass, List<String>> rule, Class<?> example) {
        return rule.apply(new ClassFileImporter().importClasses(example).get(example));
    }

    private static String lab() throws IOException {
        Path lab = Path.of("src/main/java/org/maquete/lab/Lab.java");
        return Files.exists(lab) ? Files.readString(lab) : "";
    }

    /** {@code ceph} for {@code org.maquete.ceph.crush}; empty outside. */
    private static String part(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }

    @Test
    void seesTheClassesOfTheProject() {
        assertThat(CORE.contain(TidyTest.class)).isFalse();
        assertThat(CORE.contain("org.maquete.kernel.Simulation")).isTrue();
        assertThat(CORE.size()).isGreaterThan(200);
    }

    @Test
    void importsOnlyWhatStandsBeforeItInTheTable() throws IOException {
        Layers layers = Layers.of(lab());
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CORE) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = part(dependency.getTargetClass());
                if (!used.isEmpty()) {
                    layers.wrong(part(type), used)
                            .ifPresent(why -> wrong.add(why + ": " + dependency.getDescription()));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void hasALineInLabForEverySubsystem() throws IOException {
        String lab = lab();
        Layers layers = Layers.of(lab);

        assertThat(CORE.stream().filter(type -> type.getSimpleName().endsWith("Subsystem")))
                .filteredOn(type -> !type.isInterface() && !lab.isEmpty())
                .allMatch(type -> layers.knows(part(type)));
    }

    @Test
    void hasNoCycleBetweenPackages() {
        slices().matching("org.maquete.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void touchesNoClockThreadFileOrSocket() {
        assertThat(broken(ClassRules::bannedTypes)).isEmpty();
    }

    @Test
    void callsNothingThatDependsOnTheMachine() {
        assertThat(broken(ClassRules::bannedCalls)).isEmpty();
    }

    @Test
    void iteratesNoHashes() {
        assertThat(broken(ClassRules::hashCollections, LOOKED_UP_ONLY)).isEmpty();
    }

    @Test
    void namesTypesForWhatTheyAre() {
        assertThat(broken(ClassRules::forbiddenNames, REAL_WORDS)).isEmpty();
    }

    @Test
    void keepsFieldsFinalOrPrivate() {
        assertThat(broken(ClassRules::openFields)).isEmpty();
    }

    @Test
    void keepsClassesFinalOrSealed() {
        assertThat(broken(ClassRules::openClasses)).isEmpty();
    }

    @Test
    void showsOfASubsystemOnlyCommandsFactsRowsAndViews() {
        Set<String> subsystems =
                CORE.stream()
                        .filter(type -> type.getSimpleName().endsWith("Subsystem"))
                        .filter(type -> !type.isInterface())
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(
                        CORE.stream()
                                .filter(type -> subsystems.contains(type.getPackageName()))
                                .filter(type -> !SHOWN.containsKey(type.getName()))
                                .flatMap(type -> ClassRules.publicInside(type).stream()))
                .isEmpty();
    }

    @Test
    void readsTheOrderOfSubsystemsFromLab() {
        String lab =
                """
                import org.maquete.host.HostSubsystem;
                import org.maquete.juju.bundle.JujuSubsystem;
                // new OldSubsystem()
                List.of(new HostSubsystem(), new JujuSubsystem(a), new OperatorSubsystem(b));
                """;
        Layers layers = Layers.of(lab);

        assertThat(Layers.subsystems(lab)).containsExactly("host", "juju", "lab");
        assertThat(layers.wrong("juju", "host")).isEmpty();
        assertThat(layers.wrong("host", "juju"))
                .contains("host imports juju, which stands above it");
        assertThat(layers.wrong("kernel", "runbook"))
                .contains("kernel imports runbook, which stands above it");
        assertThat(layers.wrong("tool", "finding")).isEmpty();
        assertThat(layers.wrong("operator", "juju")).isEmpty();
        assertThat(layers.wrong("juju", "manila"))
                .contains("juju imports manila, which is in no line of Lab");
        assertThat(layers.wrong("manila", "lab")).isEmpty();
        assertThat(layers.wrong("lab", "manila")).isEmpty();
    }

    // Examples that break the rules.

    static class Open {
        int field;

        long clock() {
            return System.nanoTime() + Thread.currentThread().threadId();
        }

        @SuppressWarnings("StringCaseLocaleUsage") // what the rule finds
        String locale() {
            return String.format("%s", "A".toLowerCase()) + Locale.getDefault();
        }

        long stream() {
            return List.of(1).parallelStream().map(Object::toString).count();
        }
    }

    static final class MyDataManager {
        Map<String, Integer> map() {
            Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
            map.putAll(Stream.of("c").collect(Collectors.toMap(x -> x, String::length)));
            return map;
        }

        Set<Integer> set() {
            return IntStream.of(1).boxed().collect(Collectors.toSet());
        }

        Set<Integer> three() {
            return Set.of(1, 2, 3);
        }
    }

    /** A name with Metadata and Database has no forbidden word. */
    static final class MetadataDatabase {
        Map<String, Integer> ordered() {
            return Stream.of("c")
                    .collect(
                            Collectors.toMap(
                                    x -> x, String::length, (a, _) -> a, java.util.TreeMap::new));
        }

        Set<Integer> one() {
            return Set.of(1);
        }

        Map<String, Integer> pair() {
            return Map.of("a", 1);
        }
    }

    @Test
    void findsWhatDependsOnTheMachine() {
        assertThat(of(ClassRules::bannedTypes, Open.class))
                .containsExactly(Open.class.getName() + " uses java.lang.Thread");
        assertThat(of(ClassRules::bannedCalls, Open.class))
                .hasSize(5)
                .anyMatch(s -> s.contains("System.nanoTime"))
                .anyMatch(s -> s.contains("String.format"))
                .anyMatch(s -> s.contains("toLowerCase"))
                .anyMatch(s -> s.contains("Locale.getDefault"))
                .anyMatch(s -> s.contains("parallelStream"));
        assertThat(of(ClassRules::bannedCalls, MyDataManager.class)).isEmpty();
    }

    @Test
    void findsHashesThatMayBeIterated() {
        assertThat(of(ClassRules::hashCollections, MyDataManager.class))
                .hasSize(5)
                .anyMatch(s -> s.contains("HashMap.<init>"))
                .anyMatch(s -> s.contains("Map.of"))
                .anyMatch(s -> s.contains("Collectors.toMap"))
                .anyMatch(s -> s.contains("Collectors.toSet"))
                .anyMatch(s -> s.contains("Set.of"));
        assertThat(of(ClassRules::hashCollections, MetadataDatabase.class)).isEmpty();
    }

    @Test
    void findsOpenFieldsAndClassesAndForbiddenNames() {
        assertThat(of(ClassRules::openFields, Open.class)).hasSize(1);
        assertThat(of(ClassRules::openClasses, Open.class)).hasSize(1);
        assertThat(of(ClassRules::openClasses, MyDataManager.class)).isEmpty();
        assertThat(of(ClassRules::forbiddenNames, MyDataManager.class)).hasSize(3);
        assertThat(of(ClassRules::forbiddenNames, MetadataDatabase.class)).isEmpty();
    }

    @Test
    void findsPublicClassesOfASubsystem() {
        assertThat(of(ClassRules::publicInside, TopShown.class)).hasSize(1);
        assertThat(of(ClassRules::publicInside, Open.class)).isEmpty();
    }
}

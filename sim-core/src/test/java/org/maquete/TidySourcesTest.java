package org.maquete;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maquete.Golden.Texts;

/** What holds for the sources of all modules, with an example that breaks each rule. */
class TidySourcesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private static List<String> modules = List.of();
    private static List<SourceFile> sources = List.of();

    @BeforeAll
    static void readSources() throws IOException {
        modules =
                MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                        .results()
                        .map(module -> module.group(1))
                        .toList();
        sources = SourceFile.read(ROOT, modules);
    }

    /** The trees are large; the tests after these need the memory. */
    @AfterAll
    static void forgetSources() {
        sources = List.of();
    }

    private static List<String> broken(Function<SourceFile, List<String>> rule) {
        return sources.stream().flatMap(source -> rule.apply(source).stream()).toList();
    }

    @Test
    void readsAllModules() {
        assertThat(modules).contains("sim-core", "sim-scenarios", "sim-gui", "benchmarks");
        for (String module : modules) {
            assertThat(sources).anyMatch(source -> source.name().startsWith(module + "/src/main"));
        }
        assertThat(sources).anyMatch(source -> source.name().startsWith("sim-gui/src/test/java"));
        assertThat(sources).hasSizeGreaterThan(800);
    }

    @Test
    void keepsMethodsShort() {
        assertThat(broken(SourceRules::longMethods)).isEmpty();
    }

    @Test
    void keepsFilesShort() {
        assertThat(broken(SourceRules::longFiles)).isEmpty();
    }

    @Test
    void keepsLinesShort() {
        assertThat(broken(SourceRules::longLines)).isEmpty();
    }

    @Test
    void hasAChapterForEachPackage() {
        assertThat(SourceRules.packagesWithoutChapter(sources)).isEmpty();
        assertThat(broken(SourceRules::shortChapters)).isEmpty();
    }

    @Test
    void notesLaterWorkInIssuesOnly() {
        assertThat(broken(SourceRules::openNotes)).isEmpty();
    }

    @Test
    void writesTheSameInEveryLocale() {
        assertThat(broken(LocaleRules::localFormats)).isEmpty();
    }

    @Test
    void restsInNoTest() {
        assertThat(broken(RestRules::restingTests)).isEmpty();
    }

    @Test
    void readsAllGoldens() throws IOException {
        List<Texts> tests = sources.stream().filter(SourceFile::isTest).map(Texts::of).toList();
        List<String> problems = new ArrayList<>();
        int cases = 0;
        for (String module : modules) {
            String resources = module + "/src/test/resources/";
            Path folder = ROOT.resolve(resources + "golden");
            List<Golden> goldens = Files.isDirectory(folder) ? Golden.read(folder) : List.of();
            for (Golden golden : goldens) {
                golden.problems(tests).forEach(problem -> problems.add(resources + problem));
                cases++;
            }
        }

        assertThat(problems).isEmpty();
        assertThat(cases).isGreaterThan(5);
    }

    // Examples that break the rules.

    private static final String MAIN = "core/src/main/java/a/A.java";
    private static final String TEST = "core/src/test/java/a/ATest.java";
    private static final String CHAPTER = "core/src/main/java/a/package-info.java";

    private static SourceFile inClass(String name, String body) {
        return SourceFile.of(name, "package a;\nclass A {\n" + body + "\n}\n");
    }

    private static List<String> formats(String expression) {
        String fields = "private static final String NUMBER = \"%d\", PLAIN = \"%s\";\n";
        return LocaleRules.localFormats(
                inClass(MAIN, fields + "Object f(String x) { return " + expression + "; }"));
    }

    private static List<String> rests(String member) {
        return RestRules.restingTests(inClass(TEST, member));
    }

    @Test
    void findsLongMethodsConstructorsInitialisersAndLambdas() {
        String lines58 = "f();\n".repeat(58);
        String short60 = "{\n" + lines58 + "}\n";
        String long61 = "{\n" + lines58 + "f();\n}\n";

        assertThat(SourceRules.longMethods(inClass(MAIN, "void f() " + long61)))
                .containsExactly(MAIN + ":3: f has 61");
        assertThat(SourceRules.longMethods(inClass(MAIN, "A() " + long61)))
                .containsExactly(MAIN + ":3: constructor has 61");
        assertThat(SourceRules.longMethods(inClass(MAIN, "record R(int a) {\nR " + long61 + "}")))
                .containsExactly(MAIN + ":4: constructor has 61");
        assertThat(SourceRules.longMethods(inClass(MAIN, "static " + long61)))
                .containsExactly(MAIN + ":3: initialiser has 61");
        assertThat(SourceRules.longMethods(inClass(MAIN, "Runnable r = () -> " + long61 + ";")))
                .containsExactly(MAIN + ":3: lambda has 61");
        assertThat(SourceRules.longMethods(inClass(MAIN, "@A(\n1)\nvoid f() " + short60)))
                .isEmpty();
    }

    @Test
    void findsLongFiles() {
        assertThat(SourceRules.longFiles(inClass(MAIN, "\n".repeat(497)))).hasSize(1);
        assertThat(SourceRules.longFiles(inClass(MAIN, "\n".repeat(496)))).isEmpty();
    }

    @Test
    void findsLongLines() {
        String words = "x ".repeat(30);
        String text = "String s = \"" + words + "\" + \"" + words.strip() + "\";";
        String unbreakable = "String s = \"" + "x".repeat(100) + "\";";
        String symbols = "// " + "é".repeat(97);

        assertThat(SourceRules.longLines(inClass(MAIN, text)))
                .containsExactly(MAIN + ":3: 138 columns");
        assertThat(SourceRules.longLines(inClass(MAIN, "int i; // " + "x".repeat(91)))).hasSize(1);
        assertThat(
                        SourceRules.longLines(
                                inClass(MAIN, "String s = \"a b" + "x".repeat(90) + "\";")))
                .hasSize(1);
        assertThat(SourceRules.longLines(inClass(MAIN, unbreakable.replace("xx", "xxx"))))
                .hasSize(1);
        assertThat(SourceRules.longLines(inClass(MAIN, unbreakable))).isEmpty();
        assertThat(SourceRules.longLines(inClass(MAIN, symbols))).isEmpty();
        assertThat(SourceRules.longLines(SourceFile.of(MAIN, "import a." + "b".repeat(100) + ";")))
                .isEmpty();
    }

    @Test
    void findsPackagesWithoutChapter() {
        SourceFile alone = inClass(MAIN, "");
        String marked = "@org.jspecify.annotations.NullMarked package a;\n";
        SourceFile bare = SourceFile.of(CHAPTER, "package a;\n");
        SourceFile codeOnly =
                SourceFile.of(CHAPTER, "/** {@code " + "word ".repeat(40) + "} */\n" + marked);
        SourceFile whole =
                SourceFile.of(CHAPTER, "/** <p>" + "word ".repeat(40) + " */\n" + marked);

        assertThat(SourceRules.packagesWithoutChapter(List.of(alone)))
                .containsExactly("core/src/main/java/a/:1: has no package-info");
        assertThat(SourceRules.packagesWithoutChapter(List.of(alone, whole))).isEmpty();
        assertThat(SourceRules.shortChapters(bare))
                .containsExactly(
                        CHAPTER + ":1: is not @NullMarked",
                        CHAPTER + ":1: its chapter has 0 words of prose");
        assertThat(SourceRules.shortChapters(codeOnly))
                .containsExactly(CHAPTER + ":1: its chapter has 0 words of prose");
        assertThat(SourceRules.shortChapters(whole)).isEmpty();
    }

    @Test
    void findsNotesOfLaterWork() {
        assertThat(SourceRules.openNotes(inClass(MAIN, "\n// TODO mend\n/* FIXME */")))
                .containsExactly(
                        MAIN + ":4: TODO names no issue", MAIN + ":5: FIXME names no issue");
        assertThat(SourceRules.openNotes(inClass(MAIN, "// TODO #12\n// TODO (#12)"))).isEmpty();
        assertThat(SourceRules.openNotes(inClass(MAIN, "String s = \"TODO\";"))).isEmpty();
    }

    @Test
    void findsNumbersFormattedInTheLocaleOfTheMachine() {
        assertThat(formats("\"%s has %d\".formatted(x, 1)")).hasSize(1);
        assertThat(formats("(\"%s\" + \"%,.3f\").formatted(x, 1)")).hasSize(1);
        assertThat(formats("NUMBER.formatted(1)")).hasSize(1);
        assertThat(formats("x.formatted(1)")).hasSize(1);
        assertThat(formats("\"%1$08x%n\".formatted(1)")).hasSize(1);
        assertThat(formats("(x == null ? PLAIN : NUMBER).formatted(1)")).hasSize(1);
        assertThat(formats("String.format(\"%s\", x)")).hasSize(1);
        assertThat(formats("System.out.printf(\"%s\", x)")).hasSize(1);
        assertThat(formats("System.out.format(\"%s\", x)")).hasSize(1);
        assertThat(formats("\n\"%d\"\n.formatted(1)")).first().asString().startsWith(MAIN + ":6:");
    }

    @Test
    void allowsFormatsThatAskNoLocale() {
        assertThat(formats("PLAIN.formatted(x) + \"%-8s %2$s 100%%\".formatted(x, 1)")).isEmpty();
        assertThat(formats("String.format(Locale.ROOT, NUMBER, 1)")).isEmpty();
        assertThat(formats("ZULU.format(time) + options.format()")).isEmpty();
        assertThat(LocaleRules.localFormats(inClass(TEST, "String s = \"%d\".formatted(1);")))
                .isEmpty();
    }

    @Test
    void findsChangesOfCaseInTheLocaleOfTheMachine() {
        assertThat(formats("x.toLowerCase()")).hasSize(1);
        assertThat(formats("x.strip().toUpperCase()")).hasSize(1);
        assertThat(formats("of(x).map(String::toLowerCase)")).hasSize(1);
        assertThat(formats("x.toLowerCase(Locale.ROOT) + Character.toUpperCase(c)")).isEmpty();
    }

    @Test
    void findsTestsThatRest() {
        assertThat(rests("@Disabled void f() {}")).hasSize(1);
        assertThat(rests("@org.junit.jupiter.api.Disabled(\"later\") void f() {}")).hasSize(1);
        assertThat(rests("@EnabledOnOs(OS.LINUX) void f() {}")).hasSize(1);
        assertThat(rests("@DisabledIfSystemProperty(named = \"a\") void f() {}")).hasSize(1);
        assertThat(rests("void f() { Thread.sleep(1); }")).hasSize(1);
        assertThat(rests("void f() { TimeUnit.SECONDS.sleep(1); }")).hasSize(1);
        assertThat(rests("void f() { LockSupport.parkNanos(1); }")).hasSize(1);
        assertThat(rests("Sleeper s = Thread::sleep;")).hasSize(1);
        assertThat(rests("void f() { Assumptions.assumeTrue(no()); }")).hasSize(1);
        assertThat(
                        RestRules.restingTests(
                                SourceFile.of(
                                        TEST,
                                        "import static org.junit.jupiter.api.Assumptions.abort;")))
                .hasSize(1);
        assertThat(rests("@Test void f() { shell.sleep(1); mirror.assumed(); }")).isEmpty();
    }

    private static Golden golden(String... files) {
        Map<String, String> texts = new TreeMap<>(Map.of("SOURCE", "tool 1.0, 2026-11-21"));
        for (String file : files) {
            texts.put(file, "recorded");
        }
        return new Golden("juju/status", texts);
    }

    private static List<String> problems(Golden golden, String... tests) {
        return golden.problems(
                List.of(tests).stream().map(test -> Texts.of(inClass(TEST, test))).toList());
    }

    @Test
    void findsGoldensThatNobodyReads() {
        Golden golden = golden("expected.txt");
        String unread = "golden/juju/status/expected.txt:1: no test reads it";

        assertThat(problems(golden)).containsExactly(unread);
        assertThat(problems(golden, "String s = \"/golden/juju/status/other.txt\";"))
                .containsExactly(unread);
        assertThat(
                        problems(
                                golden,
                                "String s = \"golden\", t = \"expected.txt\";\n"
                                        + "Object o = Files.list(s);"))
                .containsExactly(unread);
        assertThat(problems(golden, "Path s = Files.list(\"golden/juju\");"))
                .containsExactly(unread);
    }

    @Test
    void knowsTheGoldensThatATestReads() {
        Golden golden = golden("expected.txt");

        assertThat(problems(golden, "String s = \"/golden/juju/status/expected.txt\";")).isEmpty();
        assertThat(
                        problems(
                                golden,
                                "static final String G = \"/golden/juju/status/\";\n"
                                        + "Object o = read(G + \"expected.txt\");"))
                .isEmpty();
        assertThat(
                        problems(
                                golden,
                                "Path s = Path.of(\"src/test/resources/golden/juju\");",
                                "Object o = read(\"status/expected.txt\");"))
                .isEmpty();
        assertThat(
                        problems(
                                golden,
                                "Object s = Files.list(\"golden/juju\"), t = \"expected.txt\";"))
                .isEmpty();
    }

    @Test
    void findsGoldensWithoutSource() {
        String read = "String s = \"/golden/juju/status/a.txt\";";

        assertThat(problems(new Golden("juju/status", Map.of("a.txt", "x")), read))
                .containsExactly(
                        "golden/juju/status/SOURCE:1: is missing: tool, version, command, date");
        assertThat(
                        problems(
                                new Golden("juju/status", Map.of("a.txt", "x", "SOURCE", "juju")),
                                read))
                .containsExactly("golden/juju/status/SOURCE:1: says no date");
        assertThat(problems(golden())).containsExactly("golden/juju/status:1: records nothing");
        assertThat(problems(new Golden("juju", Map.of("a.txt", "x")), read))
                .containsExactly("golden/juju:1: has files that belong to no case");
    }

    @Test
    void findsLongGoldens() {
        Golden golden =
                new Golden(
                        "juju/status",
                        Map.of("a.txt", "x\n".repeat(301), "SOURCE", "juju 2026-11"));

        assertThat(problems(golden, "String s = \"/golden/juju/status/a.txt\";"))
                .containsExactly("golden/juju/status/a.txt:1: has more than 300 lines");
    }
}

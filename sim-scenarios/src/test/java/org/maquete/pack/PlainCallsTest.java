package org.maquete.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Simulation;

/** The rewritten classes are valid and do what the compiled ones do. */
final class PlainCallsTest {

    private static final ClassLoader HERE = PlainCallsTest.class.getClassLoader();
    private static final ClassHierarchyResolver CLASSES =
            ClassHierarchyResolver.ofResourceParsing(HERE).cached();
    private static final ClassFile CLASS_FILE =
            ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(CLASSES));

    private final PlainCalls calls = new PlainCalls(CLASSES);

    /** Loads the fixture and its nested classes rewritten; all others as they are. */
    private final class Rewriting extends ClassLoader {

        Rewriting() {
            super(HERE);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(CallSites.class.getName()) || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            byte[] plain = calls.of(bytes(name));
            assertThat(callSites(plain)).as(name).allMatch(PlainCallsTest::isLeftAlone);
            return defineClass(name, plain, 0, plain.length);
        }
    }

    @Test
    void rewrittenSwitchesAndRecordsAnswerAsTheCompiledOnes() throws Exception {
        Class<?> rewritten = new Rewriting().loadClass(CallSites.class.getName());
        assertThat(rewritten.getMethod("answers").invoke(null)).isEqualTo(CallSites.answers());
    }

    @Test
    void everyClassOfTheProgramIsValidWithPlainCalls() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Class<?> each : List.of(Pack.class, Simulation.class)) {
            Path place = Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                check(place, wrong, changed);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    check(jar.getPath("/"), wrong, changed);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(changed).as("records at least").hasSizeGreaterThan(100);
    }

    private void check(Path root, List<String> wrong, List<String> changed) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(f -> f.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] plain = calls.of(bytes);
            if (!Arrays.equals(plain, bytes)) {
                changed.add(file.toString());
                CLASS_FILE.verify(plain).forEach(e -> wrong.add(file + ": " + e.getMessage()));
            }
        }
    }

    private static boolean isLeftAlone(String site) {
        return !site.endsWith(".equals") && !site.endsWith(".hashCode");
    }

    /** The call sites that are linked at run time: bootstrap class and name. */
    private static List<String> callSites(byte[] bytes) {
        List<String> sites = new ArrayList<>();
        CLASS_FILE
                .parse(bytes)
                .constantPool()
                .forEach(entry -> {
                    if (entry instanceof InvokeDynamicEntry site) {
                        sites.add(
                                site.bootstrap().bootstrapMethod().asSymbol().owner().displayName()
                                        + "."
                                        + site.name().stringValue());
                    }
                });
        return sites;
    }

    private static byte[] bytes(String name) {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = HERE.getResourceAsStream(file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

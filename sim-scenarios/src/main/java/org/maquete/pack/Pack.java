package org.maquete.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code Pack JAR FOLDER...}: writes the files of the folders into a jar, not compressed, the
 * classes with plain calls. Of a file in two folders the first counts. Same files, same bytes.
 */
public final class Pack {

    private final PlainCalls calls =
            new PlainCalls(
                    ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())
                            .cached());
    private final TreeSet<String> written = new TreeSet<>();

    private Pack() {}

    /** Packs; what the classes name must be on the class path. */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("expected JAR FOLDER..., found " + args.length + " words");
            System.exit(2);
        }
        List<Path> folders = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            folders.add(Path.of(args[i]));
        }
        new Pack().write(Path.of(args[0]), folders);
    }

    private void write(Path jar, List<Path> folders) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Path folder : folders) {
                add(folder, zip);
            }
        }
    }

    private void add(Path folder, ZipOutputStream zip) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (written.add(name)) {
                byte[] bytes = Files.readAllBytes(file);
                put(name, name.endsWith(".class") ? calls.of(bytes) : bytes, zip);
            }
        }
    }

    private static void put(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

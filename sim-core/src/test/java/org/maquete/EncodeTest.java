package org.maquete;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Command;
import org.maquete.kernel.Event;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.world.Derived;
import org.maquete.world.Ints;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * Every command, event, fact and row writes all its components in order: a forgotten one would be
 * missing from digests, from comparisons of worlds and from every table on the screen.
 */
class EncodeTest {

    private static final int DEPTH_LIMIT = 6;

    @Test
    void encodesEveryComponentInOrder() throws Exception {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Class<?> type : encoded()) {
            List<RecordComponent> expected =
                    Arrays.stream(type.getRecordComponents())
                            .filter(c -> c.getType() != EventId.class)
                            .filter(c -> !c.isAnnotationPresent(Derived.class))
                            .filter(c ->
                                    !(Row.class.isAssignableFrom(type) && c.getName().equals("id")))
                            .toList();
            List<String> actual = written(sample(type, 0));
            if (!agree(expected, actual)) {
                wrong.add(type.getName() + " writes " + actual);
            }
            checked++;
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(70);
    }

    /** All records of the main code that are written through a sink. */
    private static List<Class<?>> encoded() throws ClassNotFoundException {
        String tests =
                EncodeTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass found :
                new ClassFileImporter()
                        .withImportOption(place -> !place.contains(tests))
                        .importPackages("org.maquete")) {
            boolean isEncoded =
                    found.isRecord()
                            && (found.isAssignableTo(Command.class)
                                    || found.isAssignableTo(Event.class)
                                    || found.isAssignableTo(Fact.class)
                                    || found.isAssignableTo(Row.class));
            if (isEncoded) {
                types.add(Class.forName(found.getName()));
            }
        }
        return types;
    }

    /**
     * Whether the fields are the components in order. A component that is or holds records may be
     * written as any fields, at least one; a plain one goes by its name, or by a word of Java that
     * its name had to avoid ({@code interfaceName}).
     */
    private static boolean agree(List<RecordComponent> components, List<String> fields) {
        if (components.isEmpty() || fields.isEmpty()) {
            return components.isEmpty() && fields.isEmpty();
        }
        RecordComponent first = components.getFirst();
        List<RecordComponent> rest = components.subList(1, components.size());
        if (!holdsRecords(first.getGenericType())) {
            return first.getName().startsWith(fields.getFirst())
                    && agree(rest, fields.subList(1, fields.size()));
        }
        for (int taken = 1; taken <= fields.size(); taken++) {
            if (agree(rest, fields.subList(taken, fields.size()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsRecords(Type type) {
        return switch (type) {
            case Class<?> plain -> plain.isRecord() || plain.isSealed();
            case ParameterizedType generic ->
                    Arrays.stream(generic.getActualTypeArguments())
                            .anyMatch(EncodeTest::holdsRecords);
            default -> false;
        };
    }

    private static List<String> written(Object value) {
        NameSink sink = new NameSink();
        switch (value) {
            case Command command -> command.encode(sink);
            case Event event -> event.encode(sink);
            case Fact fact -> fact.encode(sink);
            case Row row -> row.encode(sink);
            default -> throw new IllegalArgumentException("expected something encoded: " + value);
        }
        return sink.names;
    }

    /** Collects the names of fields. */
    private static final class NameSink implements Sink {

        private final List<String> names = new ArrayList<>();

        private Sink add(String name) {
            names.add(name);
            return this;
        }

        @Override
        public Sink text(String name, String value) {
            return add(name);
        }

        @Override
        public Sink number(String name, long value) {
            return add(name);
        }

        @Override
        public Sink real(String name, double value) {
            return add(name);
        }

        @Override
        public Sink flag(String name, boolean value) {
            return add(name);
        }

        @Override
        public Sink texts(String name, List<String> values) {
            return add(name);
        }

        @Override
        public Sink ints(String name, Ints values) {
            return add(name);
        }
    }

    /** Some value of a type, as small as its constructor accepts. */
    private static Object sample(Class<?> type, int depth) throws Exception {
        if (depth > DEPTH_LIMIT) {
            throw new IllegalStateException("expected shallow records, found " + type);
        }
        if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == double.class) {
            return 1.0;
        } else if (type == boolean.class) {
            return true;
        } else if (type == String.class) {
            return "x";
        } else if (type == List.class) {
            return List.of();
        } else if (type == Optional.class) {
            return Optional.empty();
        } else if (type == Ints.class) {
            return Ints.of();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isSealed()) {
            return sample(type.getPermittedSubclasses()[0], depth + 1);
        } else if (type.isRecord()) {
            return sampleRecord(type, depth);
        }
        throw new IllegalStateException("expected a type that this test can make, found " + type);
    }

    private static Object sampleRecord(Class<?> type, int depth) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(types[i], depth + 1);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        if (!Modifier.isPublic(constructor.getModifiers())) {
            constructor.setAccessible(true);
        }
        return constructor.newInstance(values);
    }
}

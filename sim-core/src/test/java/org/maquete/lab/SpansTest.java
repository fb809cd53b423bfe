package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Rule;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Model;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Span;

/** Every duration of the model can be listed, and so replaced by what a lab measured. */
class SpansTest {

    private static final Model MODEL = Lab.model(Library.of(new Resources()));

    @Test
    void listsEverySpanThatStandsInTheCode() throws ReflectiveOperationException {
        List<Span> spans = inTheCode();

        assertThat(spans).hasSizeGreaterThan(40);
        assertThat(MODEL.spans()).containsExactlyInAnyOrderElementsOf(spans);
    }

    @Test
    void namesASpanAfterTheSubsystemThatDeclaresIt() {
        for (Span span : MODEL.spans()) {
            String subsystem = span.name().substring(0, span.name().indexOf('.'));
            assertThat(MODEL.declarer(span)).as(span.name()).isEqualTo(subsystem);
        }
    }

    /** So what depends on a span is found by what draws it. */
    @Test
    void isReadByNoRule() {
        assertThat(classes().stream().filter(type -> type.isAssignableTo(Rule.class)))
                .hasSizeGreaterThan(10)
                .allMatch(type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .map(used -> used.getTargetClass())
                                .noneMatch(used ->
                                        used.isEquivalentTo(Span.class)
                                                || used.isEquivalentTo(Outcome.class)));
    }

    @Test
    void givesEachASourceOrCallsItAGuess() {
        assertThat(MODEL.spans()).allMatch(s -> s.isGuess() || s.source().length() > 10);
    }

    private static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.maquete");
    }

    private static List<Span> inTheCode() throws ReflectiveOperationException {
        List<Span> spans = new ArrayList<>();
        for (JavaClass type : classes()) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Span.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    Field found = Class.forName(type.getName()).getDeclaredField(field.getName());
                    found.setAccessible(true);
                    spans.add((Span) found.get(null));
                }
            }
        }
        return spans;
    }
}

package org.maquete;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What STYLE says about one compiled class; each rule gives one sentence a violation. */
final class ClassRules {

    /** Types that sim-core never touches: luck, time, threads, files, sockets, reflection. */
    private static final Pattern BANNED_TYPES =
            Pattern.compile(
                    "java\\.util\\.(Random|SplittableRandom|Timer|TimerTask|ServiceLoader|WeakHashMap)"
                            + "|java\\.util\\.random\\..*|java\\.util\\.concurrent\\..*"
                            + "|java\\.security\\.SecureRandom|java\\.time\\.(Clock|InstantSource)"
                            + "|java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime)(\\$.*)?"
                            + "|java\\.lang\\.reflect\\..*|java\\.lang\\.ref\\..*"
                            + "|java\\.io\\.(File|RandomAccessFile|File(Input|Output)Stream"
                            + "|File(Reader|Writer|Descriptor))|java\\.nio\\.(file|channels)\\..*"
                            + "|java\\.net\\.(?!URI$|URISyntaxException$|URLDecoder$).*|javax\\.net\\..*");

    /** Calls that read the machine's state, or whose result follows it. */
    private static final Pattern BANNED_CALLS =
            Pattern.compile(
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties"
                            + "|identityHashCode|exit|lineSeparator|console)\\(.*"
                            + "|java\\.time\\.\\w+\\.now\\(.*|java\\.lang\\.Math\\.random\\(.*"
                            + "|java\\.lang\\.StrictMath\\.random\\(.*|java\\.util\\.UUID\\.randomUUID\\(.*"
                            + "|java\\.util\\.Locale\\.getDefault\\(.*"
                            + "|java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*"
                            + "|java\\.time\\.ZoneId\\.systemDefault\\(.*"
                            + "|java\\.util\\.TimeZone\\.getDefault\\(.*"
                            + "|java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)"
                            + "|java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*"
                            + "|java\\.lang\\.Class\\.(forName|getMethods?|getFields?|getConstructors?"
                            + "|getDeclared\\w+|newInstance|getRecordComponents)\\(.*"
                            + "|.*\\.parallelStream\\(\\)|.*Stream\\.parallel\\(\\)"
                            + "|java\\.util\\.Arrays\\.parallel\\w+\\(.*"
                            + "|java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)");

    /** Collections whose order of iteration follows hash codes, and what makes them. */
    private static final Pattern HASH_CALLS =
            Pattern.compile(
                    "java\\.util\\.(HashMap|HashSet|IdentityHashMap|Hashtable)\\.<init>\\(.*"
                            + "|java\\.util\\.(Map|Set)\\.copyOf\\(.*|java\\.util\\.Map\\.ofEntries\\(.*"
                            + "|java\\.util\\.Map\\.of\\((?:[^,]+, ){3,}.*"
                            + "|java\\.util\\.Set\\.of\\((?:.*, .*|.*\\[\\].*|.*;.*)\\)"
                            + "|java\\.util\\.stream\\.Collectors\\.(toSet|toUnmodifiable(Set|Map)"
                            + "|to(Concurrent)?Map\\((?:[^,]+, ){0,2}[^,]+\\)"
                            + "|groupingBy\\((?:[^,]+, )?[^,]+\\)|groupingByConcurrent)\\(?.*"
                            + "|org\\.eclipse\\.collections\\..*(Unified|Hash).*\\.<init>\\(.*");

    private static final List<String> NAME_PARTS =
            List.of(
                    "Manager",
                    "Helper",
                    "Util",
                    "Utils",
                    "Processor",
                    "Data",
                    "Info",
                    "Impl",
                    "Base",
                    "Simple",
                    "Common",
                    "My");

    private ClassRules() {}

    static List<String> bannedTypes(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(d -> d.getTargetClass().getBaseComponentType().getName())
                .filter(name -> BANNED_TYPES.matcher(name).matches())
                .distinct()
                .map(name -> type.getName() + " uses " + name)
                .toList();
    }

    static List<String> bannedCalls(JavaClass type) {
        return calls(type, BANNED_CALLS);
    }

    static List<String> hashCollections(JavaClass type) {
        return calls(type, HASH_CALLS);
    }

    private static List<String> calls(JavaClass type, Pattern banned) {
        return type.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(AccessTarget.CodeUnitAccessTarget.class::isInstance)
                .map(AccessTarget.CodeUnitAccessTarget.class::cast)
                .map(ClassRules::text)
                .filter(call -> banned.matcher(call).matches())
                .distinct()
                .map(call -> type.getName() + " calls " + call)
                .toList();
    }

    private static String text(AccessTarget.CodeUnitAccessTarget target) {
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return target.getOwner().getName()
                + "."
                + target.getName()
                + "("
                + String.join(", ", parameters)
                + ")";
    }

    /** Words of the name, cut at capitals: {@code DataBus} has the word Data, Metadata has not. */
    static List<String> forbiddenNames(JavaClass type) {
        List<String> words =
                List.of(type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])|(?=[A-Z][a-z])"));
        return NAME_PARTS.stream()
                .filter(words::contains)
                .map(part -> type.getName() + " has " + part + " in its name")
                .toList();
    }

    static List<String> openFields(JavaClass type) {
        List<String> wrong = new ArrayList<>();
        for (JavaField field : type.getFields()) {
            if (!has(field, JavaModifier.FINAL)
                    && !has(field, JavaModifier.PRIVATE)
                    && !has(field, JavaModifier.SYNTHETIC)) {
                wrong.add(field.getFullName() + " is neither final nor private");
            }
        }
        return wrong;
    }

    private static boolean has(JavaMember member, JavaModifier modifier) {
        return member.getModifiers().contains(modifier);
    }

    static List<String> openClasses(JavaClass type) {
        boolean closed =
                type.isInterface()
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || (type.getEnclosingClass().isPresent()
                                && type.getEnclosingClass().get().isEnum())
                        || type.reflect().isSealed();
        return closed ? List.of() : List.of(type.getName() + " is neither final nor sealed");
    }

    /** A public class of a subsystem that is none of the kinds that may be seen from outside. */
    static List<String> publicInside(JavaClass type) {
        boolean shown =
                !type.getModifiers().contains(JavaModifier.PUBLIC)
                        || type.isInterface()
                        || type.isEnum()
                        || type.isRecord()
                        || type.getEnclosingClass().isPresent()
                        || type.getSimpleName().endsWith("View")
                        || type.getSimpleName().endsWith("Tables")
                        || type.getSimpleName().endsWith("Subsystem");
        return shown ? List.of() : List.of(type.getName() + " is public");
    }
}

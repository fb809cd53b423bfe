package org.maquete;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tests that rest: disabled, skipped under a condition, asleep. */
final class RestRules {

    private static final Pattern CONDITION =
            Pattern.compile("(.*\\.)?(Disabled|Ignore|(Disabled|Enabled)(If|On|For)\\w*)");
    private static final Pattern SLEEP =
            Pattern.compile(
                    "(.*\\.)?(Thread|(NANO|MICRO|MILLI)?SECONDS|MINUTES)\\.sleep"
                            + "|(.*\\.)?LockSupport\\.park\\w*");
    private static final Pattern ASSUMPTION =
            Pattern.compile("(.*\\.)?(Assumptions|Assume|TestAbortedException)");

    private RestRules() {}

    static List<String> restingTests(SourceFile source) {
        List<String> found = new ArrayList<>();
        if (!source.isTest()) {
            return found;
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void none) {
                String type = annotation.getAnnotationType().toString();
                if (CONDITION.matcher(type).matches()) {
                    found.add(source.at(annotation) + ": @" + type);
                }
                return super.visitAnnotation(annotation, null);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void none) {
                String text = select.toString();
                if (SLEEP.matcher(text).matches() || ASSUMPTION.matcher(text).matches()) {
                    found.add(source.at(select) + ": " + text);
                }
                return super.visitMemberSelect(select, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree used, Void none) {
                if (ASSUMPTION.matcher(used.getName()).matches()) {
                    found.add(source.at(used) + ": " + used.getName());
                }
                return null;
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree method, Void none) {
                String text = method.getQualifierExpression() + "." + method.getName();
                if (SLEEP.matcher(text).matches()) {
                    found.add(source.at(method) + ": " + text);
                }
                return super.visitMemberReference(method, null);
            }
        }.scan(source.unit(), null);
        return found;
    }
}

package org.maquete;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts that would differ on a machine that writes numbers or letters in another way: {@code %d} in
 * Arabic digits, {@code %,d} with other dots, {@code toLowerCase} of a Turkish I. Of the
 * conversions, {@code %s}, {@code %c} and {@code %b} ask no locale, also for numbers.
 */
final class LocaleRules {

    private static final Pattern ASKS_LOCALE =
            Pattern.compile("%(\\d+\\$)?[-#+ 0,(<]*\\d*(\\.\\d+)?[a-zA-Z&&[^sbc]]");

    private LocaleRules() {}

    /** Formats without {@code Locale.ROOT} in published code. */
    static List<String> localFormats(SourceFile source) {
        List<String> found = new ArrayList<>();
        if (source.isTest()) {
            return found;
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect() instanceof MemberSelectTree method) {
                    String problem = problem(source, call, method);
                    if (!problem.isEmpty()) {
                        int line = source.line(source.end(method) - 1);
                        found.add(source.name() + ":" + line + ": " + problem);
                    }
                }
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree method, Void none) {
                String name = method.getName().toString();
                if (method.getQualifierExpression().toString().equals("String") && isCase(name)) {
                    found.add(source.at(method) + ": " + name + " without a locale");
                }
                return super.visitMemberReference(method, null);
            }
        }.scan(source.unit(), null);
        return found;
    }

    private static boolean isCase(String method) {
        return method.equals("toLowerCase") || method.equals("toUpperCase");
    }

    private static String problem(
            SourceFile source, MethodInvocationTree call, MemberSelectTree method) {
        String name = method.getIdentifier().toString();
        List<? extends ExpressionTree> arguments = call.getArguments();
        boolean isFormat =
                switch (name) {
                    case "printf" -> true;
                    case "format" ->
                            method.getExpression().toString().equals("String")
                                    || (!arguments.isEmpty()
                                            && arguments.getFirst() instanceof LiteralTree);
                    default -> false;
                };
        if (isFormat) {
            boolean isRoot =
                    !arguments.isEmpty() && arguments.getFirst().toString().equals("Locale.ROOT");
            return isRoot ? "" : name + " without Locale.ROOT";
        }
        if (isCase(name)) {
            return arguments.isEmpty() ? name + " without a locale" : "";
        }
        return name.equals("formatted") ? problem(source, method.getExpression()) : "";
    }

    private static String problem(SourceFile source, ExpressionTree format) {
        return source.constant(format)
                .map(text ->
                        ASKS_LOCALE.matcher(text).find()
                                ? "formatted with a number: String.format(Locale.ROOT, ..."
                                : "")
                .orElse("formatted with a text that is no constant of this file");
    }
}

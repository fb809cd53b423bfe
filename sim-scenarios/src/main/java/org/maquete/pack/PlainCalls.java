package org.maquete.pack;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/** Replaces call sites that are linked when the program runs by calls of methods beside them. */
final class PlainCalls {

    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final int HIDDEN =
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassFile classFile;

    /** With the classes that the rewritten ones name. */
    PlainCalls(ClassHierarchyResolver classes) {
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(classes),
                        ClassFile.ConstantPoolSharingOption.NEW_POOL);
    }

    /** The class with its call sites written out; the same bytes when it has none of them. */
    byte[] of(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        return hasCallSites(model) ? new OneClass(model).rewritten() : bytes;
    }

    private static boolean hasCallSites(ClassModel model) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof InvokeDynamicEntry site
                    && isOurs(site.bootstrap().bootstrapMethod().asSymbol())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOurs(DirectMethodHandleDesc bootstrap) {
        return bootstrap.owner().equals(SWITCHES) || bootstrap.owner().equals(RECORDS);
    }

    /** A class on its way, and the methods that it gets. */
    private final class OneClass {

        private final ClassModel model;
        private final ClassDesc self;
        private final List<PlainMethod> methods = new ArrayList<>();

        OneClass(ClassModel model) {
            this.model = model;
            this.self = model.thisClass().asSymbol();
        }

        byte[] rewritten() {
            ClassTransform calls = ClassTransform.transformingMethodBodies(this::replace);
            ClassTransform bodies =
                    ClassTransform.endHandler(builder -> {
                        for (PlainMethod method : methods) {
                            builder.withMethodBody(
                                    method.name(), method.type(), HIDDEN, method::write);
                        }
                    });
            return classFile.transformClass(model, calls.andThen(bodies));
        }

        private void replace(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeDynamicInstruction site
                    && isOurs(site.bootstrapMethod())
                    && isWritten(site)) {
                PlainMethod method = method(site);
                methods.add(method);
                code.invokestatic(
                        self,
                        method.name(),
                        method.type(),
                        model.flags().has(AccessFlag.INTERFACE));
                return;
            }
            code.with(element);
        }

        private static boolean isWritten(InvokeDynamicInstruction site) {
            if (site.bootstrapMethod().owner().equals(RECORDS)) {
                return !site.name().equalsString("toString");
            }
            return site.bootstrapMethod().methodName().equals("typeSwitch")
                    && site.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
        }

        private PlainMethod method(InvokeDynamicInstruction site) {
            String name = site.name().stringValue() + "$" + methods.size();
            MethodTypeDesc type = site.typeSymbol();
            if (site.bootstrapMethod().owner().equals(RECORDS)) {
                return site.name().equalsString("equals")
                        ? new PlainEquals(name, type, self, RecordField.of(model))
                        : new PlainHashCode(name, type, self, RecordField.of(model));
            }
            List<ClassDesc> labels = new ArrayList<>();
            site.bootstrapArgs().forEach(label -> labels.add((ClassDesc) label));
            return new PlainSwitch(name, type, labels);
        }
    }
}

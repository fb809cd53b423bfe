package org.maquete.pack;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The index of the first label, from a start on, whose type the selector has; the number of labels
 * when there is none, and -1 for {@code null} (SwitchBootstraps.typeSwitch). A guard that fails
 * asks again from the next label.
 */
record PlainSwitch(String name, MethodTypeDesc type, List<ClassDesc> labels)
        implements PlainMethod {

    private static final int SELECTOR = 0;
    private static final int START = 1;

    @Override
    public void write(CodeBuilder code) {
        Label present = code.newLabel();
        code.aload(SELECTOR).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.aload(SELECTOR).instanceOf(labels.get(i)).ifeq(next);
            code.iload(START).loadConstant(i).if_icmpgt(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}

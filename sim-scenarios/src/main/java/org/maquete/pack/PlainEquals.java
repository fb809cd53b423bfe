package org.maquete.pack;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Whether the other is a record of the same class with the same components. */
record PlainEquals(String name, MethodTypeDesc type, ClassDesc self, List<RecordField> fields)
        implements PlainMethod {

    private static final int ONE = 0;
    private static final int OTHER = 1;

    @Override
    public void write(CodeBuilder code) {
        Label same = code.newLabel();
        Label differ = code.newLabel();
        int other = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(ONE).aload(OTHER).if_acmpeq(same);
        code.aload(OTHER).instanceOf(self).ifeq(differ);
        code.aload(OTHER).checkcast(self).astore(other);
        for (RecordField field : fields) {
            field.compare(code, ONE, other, differ);
        }
        code.labelBinding(same).iconst_1().ireturn();
        code.labelBinding(differ).iconst_0().ireturn();
    }
}

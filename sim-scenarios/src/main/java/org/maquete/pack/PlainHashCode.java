package org.maquete.pack;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** 31 times the hash of the components before, plus that of each, from 0. */
record PlainHashCode(String name, MethodTypeDesc type, ClassDesc self, List<RecordField> fields)
        implements PlainMethod {

    private static final int RECORD = 0;

    @Override
    public void write(CodeBuilder code) {
        code.iconst_0();
        for (RecordField field : fields) {
            code.bipush(31).imul();
            field.hash(code, RECORD);
            code.iadd();
        }
        code.ireturn();
    }
}

package org.maquete.pack;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** A component of a record, as java.lang.runtime.ObjectMethods compares and hashes it. */
record RecordField(ClassDesc owner, String name, ClassDesc type) {

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    /** The components of a record in order. */
    static List<RecordField> of(ClassModel model) {
        List<RecordField> fields = new ArrayList<>();
        ClassDesc owner = model.thisClass().asSymbol();
        model.findAttribute(Attributes.record())
                .orElseThrow()
                .components()
                .forEach(component ->
                        fields.add(
                                new RecordField(
                                        owner,
                                        component.name().stringValue(),
                                        component.descriptorSymbol())));
        return fields;
    }

    /** Jumps to {@code differ} unless the two records in these slots have the same. */
    void compare(CodeBuilder code, int one, int other, Label differ) {
        read(read(code, one), other);
        switch (type.descriptorString().charAt(0)) {
            case 'Z', 'B', 'S', 'C', 'I' -> code.if_icmpne(differ);
            case 'J' -> code.lcmp().ifne(differ);
            case 'F', 'D' ->
                    code.invokestatic(
                                    box(),
                                    "compare",
                                    MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                            .ifne(differ);
            default ->
                    code.invokestatic(
                                    OBJECTS,
                                    "equals",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_boolean,
                                            ConstantDescs.CD_Object,
                                            ConstantDescs.CD_Object))
                            .ifeq(differ);
        }
    }

    /** Pushes the hash code of the component of the record in this slot. */
    void hash(CodeBuilder code, int record) {
        ClassDesc argument = type.isPrimitive() ? type : ConstantDescs.CD_Object;
        read(code, record)
                .invokestatic(
                        type.isPrimitive() ? box() : OBJECTS,
                        "hashCode",
                        MethodTypeDesc.of(ConstantDescs.CD_int, argument));
    }

    private CodeBuilder read(CodeBuilder code, int slot) {
        return code.aload(slot).getfield(owner, name, type);
    }

    private ClassDesc box() {
        return switch (type.descriptorString().charAt(0)) {
            case 'Z' -> ConstantDescs.CD_Boolean;
            case 'B' -> ConstantDescs.CD_Byte;
            case 'S' -> ConstantDescs.CD_Short;
            case 'C' -> ConstantDescs.CD_Character;
            case 'I' -> ConstantDescs.CD_Integer;
            case 'J' -> ConstantDescs.CD_Long;
            case 'F' -> ConstantDescs.CD_Float;
            default -> ConstantDescs.CD_Double;
        };
    }
}

package org.maquete.pack;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/** A static method that takes the place of a call site: its name, its type, its code. */
interface PlainMethod {

    String name();

    MethodTypeDesc type();

    void write(CodeBuilder code);
}

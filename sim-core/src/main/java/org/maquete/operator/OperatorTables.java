package org.maquete.operator;

import org.maquete.world.TableKey;

/** The operator's tables. */
final class OperatorTables {

    static final TableKey<Shell> SHELL = TableKey.keyed("operator.shell");
    static final TableKey<CodeRow> CODES = TableKey.dense("operator.code");
    static final TableKey<Frame> FRAMES = TableKey.dense("operator.frame");
    static final TableKey<Variable> VARIABLES = TableKey.keyed("operator.variable");
    static final TableKey<TextFile> FILES = TableKey.keyed("operator.file");
    static final TableKey<Typed> TYPED = TableKey.dense("operator.typed");

    private OperatorTables() {}
}

package org.maquete.tool.argparse;

import java.util.Locale;

/**
 * What an argument does with its values: CPython's own actions and those of osc-lib and the
 * openstack client.
 */
public enum Kind {
    STORE,
    TRUE,
    FALSE,
    CONST,
    APPEND,
    COUNT,
    HELP,
    VERSION,
    KEY_VALUE,
    KEY_VALUES,
    MULTI_KEY_VALUE,
    MULTI_KEY_VALUE_COMMA,
    COMMA_LIST,
    NON_NEGATIVE,
    RANGE,
    NIC,
    JSON_KEY_VALUE,
    BLOCK_DEVICE_MAPPING,
    BLOCK_DEVICE;

    /** Whether it stands alone, without a value. */
    public boolean isAlone() {
        return switch (this) {
            case TRUE, FALSE, CONST, COUNT, HELP, VERSION -> true;
            default -> false;
        };
    }

    /** The kind a grammar file calls by this word, as {@code key-value}. */
    static Kind of(String word) {
        return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}

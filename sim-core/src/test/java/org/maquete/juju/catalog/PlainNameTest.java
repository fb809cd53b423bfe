package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNameTest {

    @Test
    void knowsLettersWithSingleHyphens() {
        assertThat(PlainName.is("ceph")).isTrue();
        assertThat(PlainName.is("mysql-innodb-cluster")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "Ceph", "a_b", "ceph2", "cs:ceph", "./ceph"})
    void leavesAllElseToTheExpressions(String name) {
        assertThat(PlainName.is(name)).isFalse();
    }
}

/** Tests of the runbook reader. */
@NullMarked
package org.maquete.runbook;

import org.jspecify.annotations.NullMarked;

/** What a whole lab costs: the corrected runbook run to its end, and a fork of the lab. */
@NullMarked
package org.maquete.lab;

import org.jspecify.annotations.NullMarked;

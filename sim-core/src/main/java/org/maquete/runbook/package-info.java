/** Runbooks: Markdown and shell to a script. */
@NullMarked
package org.maquete.runbook;

import org.jspecify.annotations.NullMarked;

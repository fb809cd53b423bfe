/** cliff. */
@NullMarked
package org.maquete.tool.cliff;

import org.jspecify.annotations.NullMarked;

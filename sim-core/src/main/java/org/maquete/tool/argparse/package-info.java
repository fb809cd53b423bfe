/** argparse. */
@NullMarked
package org.maquete.tool.argparse;

import org.jspecify.annotations.NullMarked;

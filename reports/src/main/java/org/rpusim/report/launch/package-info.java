/** What the launcher script and the program arrange between them. */
@NullMarked
package org.rpusim.report.launch;

import org.jspecify.annotations.NullMarked;

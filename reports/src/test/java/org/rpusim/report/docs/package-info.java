/** Whether the documents in {@code docs} say what the program does. */
@NullMarked
package org.rpusim.report.docs;

import org.jspecify.annotations.NullMarked;

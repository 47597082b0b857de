/** The glossary as data: what every reported number is, read from the document that defines it. */
@NullMarked
package org.rpusim.report.explain;

import org.jspecify.annotations.NullMarked;

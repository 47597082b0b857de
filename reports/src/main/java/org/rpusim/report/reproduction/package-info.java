/**
 * The report of many studies: what each published value became, on one page and in one document.
 */
@NullMarked
package org.rpusim.report.reproduction;

import org.jspecify.annotations.NullMarked;

/**
 * HTML pages that need nothing but themselves: no script, style, font or picture from elsewhere.
 */
@NullMarked
package org.rpusim.report.html;

import org.jspecify.annotations.NullMarked;

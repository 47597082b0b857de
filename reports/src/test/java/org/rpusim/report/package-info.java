/** Made-up runs for the tests of reports. */
@NullMarked
package org.rpusim.report;

import org.jspecify.annotations.NullMarked;

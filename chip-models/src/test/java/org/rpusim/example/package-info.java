/** A device as a user adds it, from a jar of their own; shown in the documentation. */
@NullMarked
package org.rpusim.example;

import org.jspecify.annotations.NullMarked;

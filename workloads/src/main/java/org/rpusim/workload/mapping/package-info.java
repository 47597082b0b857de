/** Where the weight matrices of a network lie: cut into blocks, one a tile. */
@NullMarked
package org.rpusim.workload.mapping;

import org.jspecify.annotations.NullMarked;

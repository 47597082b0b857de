/** Networks: layers and their weight matrices. */
@NullMarked
package org.rpusim.workload.network;

import org.jspecify.annotations.NullMarked;

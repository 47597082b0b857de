package org.rpusim.workload.data;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/** A line by which a data set is known again. */
public final class DataSum {
  private DataSum() {}

  /** Name, sizes and a sum of all values and labels. */
  public static String of(DataSet data) {
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher();
    for (byte[] part :
        new byte[][] {
          data.trainingInputs(), data.trainingLabels(), data.testInputs(), data.testLabels()
        }) {
      hasher.putLong(Hashing.farmHashFingerprint64().hashBytes(part).asLong());
    }
    return "%s, %d + %d samples of %d numbers, sum %s"
        .formatted(
            data.name(), data.trainingCount(), data.testCount(), data.inputs(), hasher.hash());
  }
}

package org.rpusim.workload.data;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/** Sums by which a data set is known again. */
public final class DataSum {
  /** A sweep asks for the sum of one data set at each of its points. */
  private static final LoadingCache<DataSet, String> SUMS =
      CacheBuilder.newBuilder().weakKeys().build(CacheLoader.from(DataSum::work));

  private DataSum() {}

  /** SHA-256 of all inputs and labels with their sizes; the name of the set is not in it. */
  public static String sha256(DataSet data) {
    return SUMS.getUnchecked(data);
  }

  private static String work(DataSet data) {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putInt(data.inputs()).putInt(data.classes()).putFloat(data.scale());
    for (byte[] part :
        new byte[][] {
          data.trainingInputs(), data.trainingLabels(), data.testInputs(), data.testLabels()
        }) {
      hasher.putInt(part.length).putBytes(part);
    }
    return hasher.hash().toString();
  }

  /** A line with its name, sizes and sum. */
  public static String of(DataSet data) {
    return "%s, %d + %d samples of %d numbers, SHA-256 %s"
        .formatted(
            data.name(), data.trainingCount(), data.testCount(), data.inputs(), sha256(data));
  }
}

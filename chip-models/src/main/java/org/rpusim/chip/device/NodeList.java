package org.rpusim.chip.device;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.List;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.config.ValueTypes;

/** Numbers of 0 or more between blanks, such as {@code 1 0.8 0.5}. */
final class NodeList implements ValueType<ImmutableList<Double>> {
  private static final int MOST = 1024;
  private static final Splitter BLANKS = Splitter.onPattern("[\\s,]+").omitEmptyStrings();
  private static final Joiner JOINER = Joiner.on(' ');
  private static final ValueType<Double> NODE = ValueTypes.number(Range.closed(0.0, 1e6));

  static float[] floats(List<Double> nodes) {
    float[] values = new float[nodes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = nodes.get(i).floatValue();
    }
    return values;
  }

  @Override
  public ImmutableList<Double> parse(String text) {
    ImmutableList<Double> nodes =
        BLANKS.splitToStream(text).map(NODE::parse).collect(ImmutableList.toImmutableList());
    if (nodes.size() < 2 || nodes.size() > MOST) {
      throw new IllegalArgumentException("too few or too many nodes");
    }
    return nodes;
  }

  @Override
  public String format(ImmutableList<Double> nodes) {
    return JOINER.join(nodes.stream().map(NODE::format).iterator());
  }

  @Override
  public String allowed() {
    return "2 to " + MOST + " numbers, not below 0, between blanks";
  }

  @Override
  public String example() {
    return "1 0.8 0.5";
  }
}

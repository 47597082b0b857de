package org.rpusim.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;

/** A category axis that names only every n-th category, so that many names stay readable. */
final class SparseNames extends CategoryAxis {
  private static final long serialVersionUID = 1;
  private final int every;
  private int seen;

  /**
   * Creates an axis.
   *
   * @param every distance of named categories, 1 or more
   */
  SparseNames(String label, int every) {
    super(label);
    this.every = every;
  }

  @Override
  public List<?> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    seen = 0;
    return super.refreshTicks(g2, state, dataArea, edge);
  }

  @Override
  @SuppressWarnings("rawtypes") // as the overridden method declares it
  protected TextBlock createLabel(
      Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
    boolean named = seen++ % every == 0;
    return named ? super.createLabel(category, width * every, edge, g2) : new TextBlock();
  }
}

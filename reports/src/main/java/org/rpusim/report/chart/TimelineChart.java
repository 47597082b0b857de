package org.rpusim.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.rpusim.report.table.Words;
import org.rpusim.workload.observation.Timeline;

/** Who worked when: a row a component, a bar a piece of work, coloured by kind of component. */
final class TimelineChart {
  private static final int ROWS = 26;
  private static final int BARS = 4_000;
  private static final double HALF_BAR = 0.38;

  private TimelineChart() {}

  /** The chart of a timeline that has work. */
  static JFreeChart of(Timeline timeline, String subtitle) {
    List<Integer> rows = busiest(timeline);
    Map<Integer, Integer> rowOf = new LinkedHashMap<>();
    String[] names = new String[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      rowOf.put(rows.get(row), row);
      names[row] = timeline.tracks().get(rows.get(row)).name();
    }
    List<Timeline.Work> shown =
        timeline.works().subList(0, Math.min(BARS, timeline.works().size()));
    long lastPs = shown.stream().mapToLong(Timeline.Work::endPs).max().orElse(0);
    SiScale scale = SiScale.of(lastPs * 1e-12);
    double unit = 1e-12 / scale.unit();
    Map<String, XYIntervalSeries> kinds = new TreeMap<>();
    for (Timeline.Work work : shown) {
      Integer row = rowOf.get(work.track());
      if (row != null) {
        String kind = timeline.tracks().get(work.track()).kind();
        double start = work.startPs() * unit;
        double end = work.endPs() * unit;
        kinds
            .computeIfAbsent(kind, key -> new XYIntervalSeries(Words.of(key)))
            .add(start, start, end, row, row - HALF_BAR, row + HALF_BAR);
      }
    }
    return chart(kinds, names, "simulated time (" + scale.prefix() + "s)", subtitle);
  }

  private static JFreeChart chart(
      Map<String, XYIntervalSeries> kinds, String[] names, String timeLabel, String subtitle) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    kinds.values().forEach(data::addSeries);
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setBarPainter(new StandardXYBarPainter());
    int series = 0;
    for (String kind : kinds.keySet()) {
      renderer.setSeriesPaint(series++, ChartTheme.ofKind(kind));
    }
    NumberAxis time = new NumberAxis(timeLabel);
    time.setLowerMargin(0);
    SymbolAxis components = new SymbolAxis("", names);
    components.setInverted(true);
    components.setGridBandsVisible(false);
    XYPlot plot = new XYPlot(data, time, components, renderer);
    JFreeChart chart = ChartTheme.chart("Who works when: the first samples", subtitle, plot);
    ChartTheme.style(plot);
    plot.setDomainGridlinesVisible(true);
    ChartTheme.addLegend(chart);
    return chart;
  }

  /** The components that work longest, in the chip's order. */
  private static List<Integer> busiest(Timeline timeline) {
    long[] busyPs = new long[timeline.tracks().size()];
    timeline.works().forEach(work -> busyPs[work.track()] += work.endPs() - work.startPs());
    List<Integer> tracks = new ArrayList<>();
    for (int i = 0; i < busyPs.length; i++) {
      if (busyPs[i] > 0) {
        tracks.add(i);
      }
    }
    tracks.sort((a, b) -> Long.compare(busyPs[b], busyPs[a]));
    List<Integer> kept = new ArrayList<>(tracks.subList(0, Math.min(ROWS, tracks.size())));
    Collections.sort(kept);
    return kept;
  }
}

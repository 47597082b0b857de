package org.rpusim.report.html;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rpusim.core.stats.Metrics;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.report.table.FigureText;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.Shares;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunResult;

/** The page of a run. */
public final class RunPage {
  private final Metrics metrics;
  private final RunResult result;
  private final Html page;

  private RunPage(String title, Metrics metrics, RunResult result) {
    this.metrics = metrics;
    this.result = result;
    this.page = new Html(title);
  }

  /**
   * The text of {@code report.html}; the same run gives the same bytes.
   *
   * @param title what ran on what
   * @param metrics all that {@code metrics.json} holds
   * @param result the run, of which tables are made
   * @param configYaml the resolved configuration
   * @param charts SVG texts by name, in the order in which they are shown
   */
  public static String of(
      String title,
      Metrics metrics,
      RunResult result,
      String configYaml,
      ImmutableMap<String, String> charts) {
    RunPage page = new RunPage(title, metrics, result);
    page.opening();
    page.headlines();
    page.charts(charts);
    page.energy();
    page.time();
    page.epochs();
    page.figures();
    page.configuration(configYaml);
    page.provenance();
    return page.page.end();
  }

  private void opening() {
    if (!result.complete()) {
      page.paragraph("warn", "The run was stopped before its end: figures are of what was done.");
    }
    page.paragraph("soft", "Simulated by rpusim " + value("version") + ".");
    page.raw(
        "<nav><a href=\"#charts\">charts</a><a href=\"#energy\">energy</a>"
            + "<a href=\"#time\">time</a><a href=\"#figures\">all figures</a>"
            + "<a href=\"#configuration\">configuration</a>"
            + "<a href=\"#provenance\">provenance</a></nav>\n");
  }

  private String value(String path) {
    Object value = metrics.values().get(path);
    return value == null ? "" : value.toString();
  }

  private void headlines() {
    page.heading("headlines", "Headline figures").raw("<div class=\"cards\">\n");
    for (String path : Tips.headlines()) {
      Double number = metrics.number(path);
      if (number != null) {
        page.card(
            FigureText.label(path), FigureText.value(path, number), path + ": " + Tips.of(path));
      }
    }
    page.raw("</div>\n");
  }

  private void charts(ImmutableMap<String, String> charts) {
    if (charts.isEmpty()) {
      return;
    }
    page.heading("charts", "Charts").raw("<div class=\"charts\">\n");
    charts.forEach((name, svg) -> page.figure(Charts.words(name), svg, ""));
    page.raw("</div>\n");
  }

  private void energy() {
    Shares energy = Shares.below(metrics, "energy.byComponent");
    if (energy.parts().isEmpty()) {
      return;
    }
    page.heading("energy", "Energy by component");
    page.header(List.of("component", "energy", "share", ""), false);
    for (Shares.Part part : energy.parts()) {
      page.raw("<tr><td>").text(part.name()).raw("</td><td class=\"n\">");
      page.text(Quantity.format(part.value(), Dimension.ENERGY)).raw("</td><td class=\"n\">");
      page.text(Numbers.percent(part.fraction()))
          .raw("</td><td><div class=\"bar\"><i style=\"background:var(--blue);width:")
          .raw(String.format(Locale.ROOT, "%.3f", 100 * part.fraction()))
          .raw("%\"></i></div></td></tr>\n");
    }
    page.endTable();
  }

  private void time() {
    if (!result.components().isEmpty()) {
      page.heading("time", "Time by kind of component: at work, waiting, nothing to do");
      TimeBars.add(page, result.components());
    }
  }

  private void epochs() {
    if (result.epochs().isEmpty()) {
      return;
    }
    page.heading("epochs", "Epochs");
    page.header(
        List.of("epoch", "learning rate", "training loss", "test error", "time", "energy"), true);
    for (EpochResult epoch : result.epochs()) {
      page.raw("<tr>");
      cell(epoch.epoch(), String.valueOf(epoch.epoch()));
      cell(epoch.learningRate(), Numbers.plain(epoch.learningRate()));
      cell(epoch.trainLoss(), Numbers.plain(epoch.trainLoss()));
      cell(epoch.testErrorPercent(), Numbers.plain(epoch.testErrorPercent()) + " %");
      cell(epoch.simulatedSeconds(), Quantity.format(epoch.simulatedSeconds(), Dimension.TIME));
      cell(epoch.energyJoules(), Quantity.format(epoch.energyJoules(), Dimension.ENERGY));
      page.raw("</tr>\n");
    }
    page.endTable();
  }

  private void cell(double value, String text) {
    page.raw("<td class=\"n\" data-v=\"" + value + "\">").text(text).raw("</td>");
  }

  private void figures() {
    page.heading("figures", "All figures");
    page.raw("<details><summary>")
        .text(metrics.values().size() + " figures, as in metrics.json")
        .raw("</summary>\n");
    page.header(List.of("path", "value", "unit"), true);
    for (Map.Entry<String, Object> entry : metrics.values().entrySet()) {
      page.raw("<tr><td title=\"").text(Tips.of(entry.getKey())).raw("\"><code>");
      page.text(entry.getKey()).raw("</code></td><td class=\"n\">");
      page.text(entry.getValue().toString()).raw("</td><td>");
      page.text(FigureText.unit(entry.getKey())).raw("</td></tr>\n");
    }
    page.endTable().raw("</details>\n");
  }

  private void configuration(String configYaml) {
    page.heading("configuration", "Configuration");
    page.folded("config.yaml: every key that determines the result, defaults included", configYaml);
  }

  private void provenance() {
    page.heading("provenance", "Provenance");
    page.header(List.of("what", "value"), false);
    for (String path :
        List.of(
            "version",
            "seed",
            "run.workload",
            "run.chip",
            "data.set",
            "data.sha256",
            "run.complete")) {
      if (metrics.values().containsKey(path)) {
        page.raw("<tr><td>").text(path).raw("</td><td>").text(value(path)).raw("</td></tr>\n");
      }
    }
    page.endTable();
    page.raw("<p class=\"soft\">To run it again: <code>")
        .text("rpusim run config.yaml")
        .raw(
            "</code> in the run folder, with --data, --text and --weights where this run had them. The"
                + " same configuration gives the same bytes.</p>\n");
  }
}

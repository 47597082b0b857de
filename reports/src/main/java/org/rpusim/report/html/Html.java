package org.rpusim.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** A page while it is written; texts are escaped, markup is not. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Begins a page with a title and links to its sections. */
  Html(String title) {
    raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .text(title)
        .raw("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n")
        .raw(resource("page.css"))
        .raw("</style>\n</head>\n<body>\n<h1>")
        .text(title)
        .raw("</h1>\n");
  }

  /** Adds markup. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds a text. */
  Html text(String plain) {
    text.append(escape(plain));
    return this;
  }

  /** Adds a paragraph. */
  Html paragraph(String style, String plain) {
    return raw("<p class=\"").raw(style).raw("\">").text(plain).raw("</p>\n");
  }

  /** Begins a section. */
  Html heading(String id, String title) {
    return raw("<h2 id=\"").raw(id).raw("\">").text(title).raw("</h2>\n");
  }

  /** A headline figure. */
  Html card(String label, String value, String tip) {
    return raw("<div class=\"card\"")
        .raw(tip.isEmpty() ? "" : " title=\"" + escape(tip) + "\"")
        .raw("><span>")
        .text(label)
        .raw("</span><b>")
        .text(value)
        .raw("</b></div>\n");
  }

  /** An SVG as a picture of its own: its names and styles meet nothing of the page. */
  Html figure(String name, String svg, String style) {
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return raw("<figure class=\"")
        .raw(style)
        .raw("\"><img alt=\"")
        .text(name)
        .raw("\" src=\"data:image/svg+xml;base64,")
        .raw(data)
        .raw("\"></figure>\n");
  }

  /** A row of header cells; numbers stand to the right. */
  Html header(List<String> cells, boolean sortable) {
    raw("<div class=\"scroll\"><table").raw(sortable ? " class=\"sortable\"" : "");
    raw("><thead><tr>");
    cells.forEach(cell -> raw("<th>").text(cell).raw("</th>"));
    return raw("</tr></thead><tbody>\n");
  }

  /** Ends a table. */
  Html endTable() {
    return raw("</tbody></table></div>\n");
  }

  /** A long text that is folded away. */
  Html folded(String summary, String content) {
    return raw("<details><summary>")
        .text(summary)
        .raw("</summary><pre>")
        .text(content)
        .raw("</pre></details>\n");
  }

  /** The whole page. */
  String end() {
    return raw("<script>\n")
        .raw(resource("page.js"))
        .raw("</script>\n</body>\n</html>\n")
        .text
        .toString();
  }

  /** A text as markup. */
  static String escape(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

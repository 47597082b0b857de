package org.rpusim.report.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of the folder {@code docs}, or beside it: {@code ../README.md}. */
public record Document(Path file, String text) {
  private static final Pattern TERM = Pattern.compile("\\| `([^`]+)` \\|.*");

  /** Reads a document, from whatever folder of the project the tests run in. */
  public static Document read(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path file = folder.resolve("docs").resolve(name);
      if (Files.isRegularFile(file)) {
        return new Document(file, textOf(file));
      }
      folder = folder.getParent();
    }
    throw new IllegalStateException("There is no docs/" + name + " above the working folder.");
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** First cells of the tables below a heading of the second level, where they are code. */
  ImmutableSet<String> terms(String heading) {
    ImmutableSet.Builder<String> terms = ImmutableSet.builder();
    boolean inside = false;
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + heading);
      }
      Matcher term = TERM.matcher(line);
      if (inside && term.matches()) {
        terms.add(term.group(1));
      }
    }
    return terms.build();
  }

  /** What stands between two comments that name a generated part. */
  String generated(String part) {
    int from = text.indexOf(begin(part)) + begin(part).length();
    return text.substring(from, text.indexOf(end(part)));
  }

  /** The text with another generated part. */
  Document withGenerated(String part, String content) {
    int from = text.indexOf(begin(part)) + begin(part).length();
    return new Document(
        file, text.substring(0, from) + content + text.substring(text.indexOf(end(part))));
  }

  private ImmutableList<String> lines() {
    return text.lines().collect(ImmutableList.toImmutableList());
  }

  private static String begin(String part) {
    return "<!-- generated: " + part + " -->\n";
  }

  private static String end(String part) {
    return "<!-- end: " + part + " -->";
  }
}

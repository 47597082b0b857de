package org.rpusim.report.explain;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The entries of docs/glossary.md, which is packaged with the program: the tables below its
 * headings and the paragraphs beside them.
 */
public final class Glossary {
  private static final String RESOURCE = "glossary.md";
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter PARAGRAPHS = Splitter.on("\n\n").trimResults().omitEmptyStrings();

  private final ImmutableList<Term> terms;

  private Glossary(ImmutableList<Term> terms) {
    this.terms = terms;
  }

  /** The program's own. */
  public static Glossary load() {
    try (InputStream in = Glossary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the glossary is not packaged with the program");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a document of headings, tables and paragraphs. */
  static Glossary parse(String markdown) {
    ImmutableList.Builder<Term> terms = ImmutableList.builder();
    String chapter = "";
    String place = "";
    List<String> tables = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (String paragraph : PARAGRAPHS.split(markdown.replace("\r", "") + "\n\n## ")) {
      if (paragraph.startsWith("#")) {
        addTerms(terms, place, tables, remarks);
        tables.clear();
        remarks.clear();
        String title = paragraph.replaceFirst("#+ ?", "");
        boolean section = paragraph.startsWith("### ");
        chapter = section ? chapter : title;
        place = section ? chapter + ", " + title : title;
      } else if (paragraph.startsWith("|")) {
        tables.add(paragraph);
      } else {
        remarks.add(plain(paragraph));
      }
    }
    return new Glossary(terms.build());
  }

  private static void addTerms(
      ImmutableList.Builder<Term> terms, String place, List<String> tables, List<String> remarks) {
    ImmutableList<String> beside = ImmutableList.copyOf(remarks);
    for (String table : tables) {
      for (String line : table.lines().skip(2).toList()) {
        String row = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        List<String> cells = CELLS.splitToList(row);
        String name = cells.getFirst().replace("`", "");
        String unit = cells.size() > 2 ? cells.get(1) : "";
        terms.add(new Term(name, unit, plain(cells.getLast()), place, beside));
      }
    }
  }

  private static String plain(String markdown) {
    return markdown
        .replaceAll("\\[([^]]+)]\\([^)]+\\)", "$1")
        .replace("`", "")
        .replace("**", "")
        .replaceAll("(?m)^\\* ", "- ");
  }

  /** All entries, in the order of the document. */
  public ImmutableList<Term> terms() {
    return terms;
  }

  /** The entries of a name: a column may stand in several tables. */
  public ImmutableList<Term> find(String name) {
    return terms.stream()
        .filter(term -> term.covers(name))
        .collect(ImmutableList.toImmutableList());
  }

  /** Names of entries in which a text occurs, for advice. */
  public ImmutableList<String> namesWith(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return terms.stream()
        .filter(term -> !wanted.isEmpty())
        .map(Term::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}

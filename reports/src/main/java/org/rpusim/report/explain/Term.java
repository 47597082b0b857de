package org.rpusim.report.explain;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;

/**
 * One entry of the glossary.
 *
 * @param name a dotted path, column or reason; a star stands for one word, a last {@code .*} for
 *     one or more
 * @param unit its unit; empty where it has none
 * @param definition what it is and how it is worked out
 * @param place where it stands, for example {@code metrics.json, Energy and power}
 * @param remarks paragraphs of that place, which say what is in all its entries and what is not
 */
public record Term(
    String name, String unit, String definition, String place, ImmutableList<String> remarks) {

  /** Whether the entry is of this name. */
  public boolean covers(String asked) {
    String word = name.endsWith(".*") ? "[\\w*.]+" : "[\\w*]+";
    String pattern = Pattern.quote(name).replace("*", "\\E" + word + "\\Q");
    return name.equals(asked) || asked.matches(pattern);
  }
}

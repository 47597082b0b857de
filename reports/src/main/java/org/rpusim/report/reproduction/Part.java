package org.rpusim.report.reproduction;

import com.google.common.collect.ImmutableList;

/**
 * What one study found.
 *
 * @param missing why there is no result; empty if there is one
 * @param scale how much of it was run, in words
 * @param unit of figures without one
 * @param commit that its runs were made with
 * @param wallSeconds that its runs took
 * @param problems points left out and runs that failed, with reasons
 */
record Part(
    String name,
    String missing,
    String description,
    String source,
    String scale,
    String unit,
    String version,
    String commit,
    double wallSeconds,
    ImmutableList<Row> rows,
    ImmutableList<Order> orders,
    ImmutableList<String> problems,
    ImmutableList<String> remarks) {

  /** A study without a result. */
  static Part missing(String name, String reason) {
    return new Part(
        name,
        reason,
        "",
        "",
        "",
        "",
        "",
        "",
        0,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of());
  }

  /** Number of references whose verdict begins with a word. */
  long count(String verdict) {
    return rows.stream().filter(row -> row.verdict().startsWith(verdict)).count();
  }

  /** How references and orders fare: {@code 5 agree, 1 unclear; 2 of 2 orders}. */
  String summary() {
    if (!missing.isEmpty()) {
      return missing;
    }
    StringBuilder text = new StringBuilder();
    add(text, "agrees", "agree");
    add(text, "unclear", "unclear");
    add(text, "differs", "differ");
    add(text, "not judged", "not judged");
    add(text, "no result", "without a result");
    if (!orders.isEmpty()) {
      long held = orders.stream().filter(Order::holds).count();
      text.append(text.isEmpty() ? "" : "; ");
      text.append(held).append(" of ").append(orders.size());
      text.append(orders.size() == 1 ? " order" : " orders").append(" as published");
    }
    return text.isEmpty() ? "nothing published is compared" : text.toString();
  }

  private void add(StringBuilder text, String verdict, String words) {
    long count = count(verdict);
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(words);
    }
  }
}

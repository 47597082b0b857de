package org.rpusim.chip.device;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;

/**
 * A file of measured conductances, read line by line as often as needed, in memory for its traces
 * only. The first line names the columns {@code trace, direction, pulse, conductance}, in any
 * order; others are ignored. A trace is a device, {@code direction} is {@code up} or {@code down},
 * and {@code conductance}, in any unit, is what was read after so many pulses. Where the pulse
 * number of a trace and direction goes up by one from a line to the next, the difference is a step;
 * where it is not larger, a new sweep begins.
 */
final class PulseTable {
  /** Most traces of a file. */
  static final int MOST_TRACES = 10_000;

  private static final int LONGEST_LINE = 10_000;
  private static final Splitter COMMAS = Splitter.on(',').trimResults();
  private static final String[] COLUMNS = {"trace", "direction", "pulse", "conductance"};

  /** Takes what a file holds, in its order. */
  interface Reader {
    /**
     * A line.
     *
     * @param trace number of the trace, from 0 in the order of their first lines
     * @param conductance as in the file
     */
    default void point(int trace, double conductance) {}

    /**
     * A line and the one before it, of one sweep.
     *
     * @param before conductance before the pulse
     * @param after conductance after it
     */
    default void step(int trace, boolean up, double before, double after) {}
  }

  private final Path file;
  private final Map<String, Integer> traces = new HashMap<>();
  private final int[] places = new int[COLUMNS.length];
  private int previousTrace;
  private boolean previousUp;
  private long previousPulse;
  private double previousConductance;

  PulseTable(Path file) {
    this.file = file;
  }

  /** How many traces the file has, once it was read. */
  int traces() {
    return traces.size();
  }

  /** What the file calls a trace. */
  String nameOf(int trace) {
    for (Map.Entry<String, Integer> entry : traces.entrySet()) {
      if (entry.getValue() == trace) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("There is no trace " + trace + " among " + traces.size());
  }

  /**
   * Fingerprint of the file's bytes.
   *
   * @throws ConfigException if it cannot be read
   */
  String sha256() {
    try {
      return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /**
   * Reads the file from its beginning.
   *
   * @throws ConfigException if it cannot be read or a line is wrong
   */
  void read(Reader reader) {
    previousTrace = -1;
    long line = 1;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      header(line(in, line));
      for (String text = line(in, ++line); text != null; text = line(in, ++line)) {
        if (!text.isBlank()) {
          take(COMMAS.splitToList(text), line, reader);
        }
      }
    } catch (CharacterCodingException e) {
      throw new ConfigException(
          place(line) + "is not text in UTF-8.", "Maybe save the table as CSV in UTF-8.");
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private ConfigException unreadable() {
    return new ConfigException(
        "There is no file " + file + " that can be read, but device.table names it.",
        "Maybe the path is misspelt: it is relative to the folder where rpusim is started.");
  }

  private String place(long line) {
    return file + ":" + line + " ";
  }

  /** The next line without its end, or null; never more than a bounded part in memory. */
  private @Nullable String line(BufferedReader in, long number) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (text.length() == LONGEST_LINE) {
        throw new ConfigException(
            place(number)
                + "has over "
                + LONGEST_LINE
                + " characters, which is no line of a table.",
            "Maybe the file is no CSV file.");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private void header(@Nullable String text) {
    List<String> names = COMMAS.splitToList(text == null ? "" : text.replace("\uFEFF", ""));
    for (int i = 0; i < COLUMNS.length; i++) {
      places[i] = names.indexOf(COLUMNS[i]);
      if (places[i] < 0) {
        throw new ConfigException(
            place(1) + "has no column " + COLUMNS[i] + ".",
            "Maybe the first line should be " + String.join(",", COLUMNS) + ".");
      }
    }
  }

  private void take(List<String> cells, long line, Reader reader) {
    int trace = trace(cell(cells, 0, line), line);
    boolean up = up(cell(cells, 1, line), line);
    long pulse = pulse(cell(cells, 2, line), line);
    double conductance = conductance(cell(cells, 3, line), line);
    reader.point(trace, conductance);
    if (trace == previousTrace && up == previousUp && pulse > previousPulse) {
      if (pulse != previousPulse + 1) {
        throw new ConfigException(
            place(line) + "has pulse " + pulse + " after pulse " + previousPulse + ".",
            "Maybe lines are missing: a sweep has one for each pulse.");
      }
      reader.step(trace, up, previousConductance, conductance);
    }
    previousTrace = trace;
    previousUp = up;
    previousPulse = pulse;
    previousConductance = conductance;
  }

  private String cell(List<String> cells, int column, long line) {
    if (places[column] >= cells.size()) {
      throw new ConfigException(
          place(line) + "has " + cells.size() + " columns, and so no " + COLUMNS[column] + ".",
          "Maybe the line was cut off.");
    }
    return cells.get(places[column]);
  }

  private int trace(String name, long line) {
    Integer known = traces.putIfAbsent(name, traces.size());
    if (traces.size() > MOST_TRACES) {
      throw new ConfigException(
          place(line)
              + "begins trace number "
              + traces.size()
              + "; at most "
              + MOST_TRACES
              + " are read.",
          "Maybe the column trace holds something else: all lines of a device share their trace.");
    }
    return known == null ? traces.size() - 1 : known;
  }

  private boolean up(String direction, long line) {
    if (!direction.equals("up") && !direction.equals("down")) {
      throw new ConfigException(
          place(line) + "has direction \"" + direction + "\", but must have up or down.",
          "Maybe "
              + (direction.startsWith("d") || direction.startsWith("D") ? "down" : "up")
              + " is meant.");
    }
    return direction.equals("up");
  }

  private long pulse(String number, long line) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw new ConfigException(
          place(line) + "has pulse \"" + number + "\", but must have a whole number.",
          "Maybe the columns are in another order than the first line says.");
    }
  }

  private double conductance(String number, long line) {
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw new ConfigException(
          place(line) + "has conductance \"" + number + "\", but must have a finite number.",
          "Maybe a decimal comma is meant as a point.");
    }
    return value;
  }
}

package org.rpusim.report.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.state.WholeFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * A trace in the JSON format of Chrome's trace viewer and Perfetto, compressed if the name ends in
 * {@code .gz}. One microsecond on screen is one nanosecond simulated.
 */
public final class TraceFile {
  private static final String SCALE = "1 us on screen is 1 ns simulated";

  private TraceFile() {}

  /**
   * Checks, before a run, that its trace can be written.
   *
   * @throws ConfigException if the file exists or cannot be made
   */
  public static void requireWritable(Path file) {
    if (Files.exists(file)) {
      throw new ConfigException(
          "The trace file " + file + " exists already.",
          "Maybe give --trace another name, or move the old file away.");
    }
    try {
      Files.deleteIfExists(temporary(file));
    } catch (IOException e) {
      throw new ConfigException(
          "The trace file " + file + " cannot be made: its folder is missing or not writable.",
          "Maybe give --trace a file in a folder of your own.");
    }
  }

  private static Path temporary(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    return Files.createTempFile(parent == null ? Path.of("") : parent, ".rpusim-", ".trace");
  }

  /**
   * Writes a trace.
   *
   * @param about what ran, by name: goes into the file's metadata
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(Path file, Observations.Seen seen, Map<String, String> about)
      throws IOException {
    WholeFile.write(
        file,
        bytes -> {
          OutputStream buffered = new BufferedOutputStream(bytes);
          if (file.toString().endsWith(".gz")) {
            GZIPOutputStream packed = new GZIPOutputStream(buffered);
            write(packed, seen, about);
            packed.finish();
          } else {
            write(buffered, seen, about);
          }
          buffered.flush();
        });
  }

  private static void write(OutputStream out, Observations.Seen seen, Map<String, String> about)
      throws IOException {
    ObjectWriteContext plain = ObjectWriteContext.empty();
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(plain, out)) {
      json.writeStartObject();
      json.writeStringProperty("displayTimeUnit", "ns");
      json.writeObjectPropertyStart("otherData");
      json.writeStringProperty("timeScale", SCALE);
      json.writeBooleanProperty("truncated", seen.timeline().truncated());
      about.forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeArrayPropertyStart("traceEvents");
      new TraceEvents(seen).write(json);
      json.writeEndArray();
      json.writeEndObject();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }
}

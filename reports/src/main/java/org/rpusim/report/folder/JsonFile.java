package org.rpusim.report.folder;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rpusim.chip.config.ConfigException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON files of our own as values by path: {@code a.b}, {@code list[0].c}. */
public final class JsonFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long MAX_BYTES = 256L << 20;

  private JsonFile() {}

  /**
   * Reads a file that holds one object.
   *
   * @return texts, {@link Long}s, {@link Double}s and {@link Boolean}s by path, in the order of the
   *     file; null and empty groups are left out
   * @throws ConfigException if it cannot be read, or is not JSON
   */
  public static ImmutableMap<String, Object> read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigException(file + " is larger than any file that rpusim writes.");
      }
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file.toFile())) {
        return values(parser, file);
      }
    } catch (IOException e) {
      throw new ConfigException(
          file + " cannot be read (" + e.getClass().getSimpleName() + ").",
          "Maybe the path or its permissions are wrong.");
    } catch (JacksonException e) {
      throw notOurs(file);
    }
  }

  /**
   * As {@link #read}, of a text.
   *
   * @param source what the text is called in messages
   */
  public static ImmutableMap<String, Object> parse(String source, String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return values(parser, source);
    } catch (JacksonException e) {
      throw notOurs(source);
    }
  }

  private static ImmutableMap<String, Object> values(JsonParser parser, Object file) {
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notOurs(file);
    }
    object(parser, "", values);
    try {
      return values.buildOrThrow();
    } catch (IllegalArgumentException e) { // a name twice
      throw notOurs(file);
    }
  }

  private static void object(
      JsonParser parser, String prefix, ImmutableMap.Builder<String, Object> values) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String path = prefix + parser.currentName();
      parser.nextToken();
      value(parser, path, values);
    }
  }

  private static void value(
      JsonParser parser, String path, ImmutableMap.Builder<String, Object> values) {
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path + ".", values);
      case START_ARRAY -> {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
          value(parser, path + "[" + i + "]", values);
        }
      }
      case VALUE_NUMBER_INT -> values.put(path, parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> values.put(path, parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> values.put(path, parser.getBooleanValue());
      case VALUE_NULL -> {}
      default -> values.put(path, parser.getString());
    }
  }

  private static ConfigException notOurs(Object file) {
    return new ConfigException(
        file + " is not JSON as rpusim writes it.", "Maybe it was cut off or changed by hand.");
  }
}

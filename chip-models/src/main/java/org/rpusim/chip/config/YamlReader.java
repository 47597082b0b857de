package org.rpusim.chip.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into {@link Node}s: one document, keys once, no aliases, at most {@value #MAX_DEPTH}
 * levels and {@value #MAX_BYTES} bytes, so that no file can blow up.
 */
public final class YamlReader {
  private static final int MAX_DEPTH = 12;
  private static final int MAX_BYTES = 1 << 20;
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String source;
  private final YAMLParser parser;

  private YamlReader(String source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if it cannot be read or is not a mapping of keys
   */
  public static Node.Mapping readFile(Path file) {
    String source = file.toString();
    if (source.isEmpty()) {
      throw new ConfigException(
          "The name of the file is empty.", "Maybe a variable of the shell is empty.");
    }
    if (Files.isDirectory(file)) {
      throw new ConfigException(
          source + " is a folder, where a file is expected.", "Maybe a file in it is meant.");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigException(
            source + " has " + Files.size(file) + " bytes; a configuration file has at most 1 MB.",
            "Maybe another file was meant.");
      }
      return read(source, Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new ConfigException(
          source + " is not a text in UTF-8.", "Maybe another file was meant.");
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          "There is no file " + source + ".", "Maybe the path or its folder is misspelt.");
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** The error for a file that is there and does not let itself be read. */
  static ConfigException unreadable(String source, IOException error) {
    return error instanceof AccessDeniedException
        ? new ConfigException(
            source + " may not be read: permission denied.",
            "Maybe its permissions, or those of its folder, are to be changed.")
        : new ConfigException(
            source + " cannot be read (" + error.getClass().getSimpleName() + ").",
            "Maybe the path or its permissions are wrong.");
  }

  /**
   * Reads a text.
   *
   * @param source name of the text in messages
   * @param text at most {@value #MAX_BYTES} characters
   * @throws ConfigException if it is not YAML or not a mapping of keys
   */
  public static Node.Mapping read(String source, String text) {
    Node node = readValue(source, text);
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new ConfigException(
        node.where().of("") + ": the file holds " + node.kind() + " where keys are expected.",
        "Maybe write it as \"key: value\" lines, such as \"tile:\".");
  }

  /** Reads a text that may hold any value; an empty text is an empty mapping. */
  static Node readValue(String source, String text) {
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
      YamlReader reader = new YamlReader(source, (YAMLParser) parser);
      Location start = new Location(source, 1, 1);
      JsonToken token = parser.nextToken();
      if (token == null) {
        return new Node.Mapping(ImmutableMap.of(), start);
      }
      Node node = reader.value(token, start, "", 0);
      if (parser.nextToken() != null) {
        throw new ConfigException(
            reader.here().of("") + ": a second document begins; a file holds one.",
            "Maybe put it into a file of its own.");
      }
      return node;
    } catch (JacksonException e) {
      throw YamlFault.of(source, text, e.getCause(), place(source, e.getLocation()).line());
    }
  }

  private Node value(JsonToken token, Location where, String path, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ConfigException(
          here().of(path) + " is nested more than " + MAX_DEPTH + " levels deep.",
          "Maybe a bracket is not closed.");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new ConfigException(
          here().of(path) + " uses a YAML anchor or alias, which are not allowed here.",
          "Maybe write the value again.");
    }
    return switch (token) {
      case START_OBJECT -> mapping(where, path, depth);
      case START_ARRAY -> sequence(where, path, depth);
      case VALUE_NULL ->
          throw new ConfigException(
              where.of(path) + " has no value.",
              "Maybe what belongs under it is not indented, or the line is to be deleted.");
      default -> new Node.Scalar(parser.getString().strip(), where);
    };
  }

  private Node mapping(Location where, String path, int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.getString().strip();
      Location keyWhere = here();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      Node earlier = entries.get(key);
      if (earlier != null) {
        throw new ConfigException(
            keyWhere.of(keyPath)
                + " is written twice, first in line "
                + earlier.where().line()
                + ".",
            "Maybe delete one of the two.");
      }
      entries.put(key, value(parser.nextToken(), keyWhere, keyPath, depth + 1));
    }
    return new Node.Mapping(ImmutableMap.copyOf(entries), where);
  }

  private Node sequence(Location where, String path, int depth) {
    ImmutableList.Builder<Node> items = ImmutableList.builder();
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, here(), path + "[" + index + "]", depth + 1));
      index++;
    }
    return new Node.Sequence(items.build(), where);
  }

  private Location here() {
    return place(source, parser.currentTokenLocation());
  }

  private static Location place(String source, @Nullable TokenStreamLocation at) {
    int line = at == null ? 1 : Math.max(1, at.getLineNr());
    int column = at == null ? 1 : Math.max(1, at.getColumnNr());
    return new Location(source, line, column);
  }
}

package org.rpusim.chip.preset;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.YamlReader;

/**
 * The presets of one kind, files among the resources of a class.
 *
 * @param kind what a member is called in messages: {@code chip}
 * @param owner class beside whose package the folder lies
 * @param folder folder of the presets, relative to the class
 * @param names of the presets, in the order of {@code list}
 */
public record Catalogue(String kind, Class<?> owner, String folder, ImmutableList<String> names) {
  // A sweep reads the same few presets for each of its points.
  private static final ConcurrentMap<String, Node.Mapping> READ = new ConcurrentHashMap<>();

  /**
   * Reads a preset; what was read once is kept, as it cannot change.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Node.Mapping preset(String name) {
    String resource = folder + "/" + name + ".yaml";
    return READ.computeIfAbsent(owner.getName() + " " + resource, key -> read(name, resource));
  }

  private Node.Mapping read(String name, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no preset " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlReader.read("preset " + name, text);
    } catch (IOException e) {
      throw new IllegalArgumentException("preset " + resource + " is unreadable", e);
    }
  }

  /**
   * Reads a preset or a file: what is no preset's name and ends in {@code .yaml} or {@code .yml},
   * or has a folder in it, or exists, is a file.
   *
   * @throws ConfigException if there is neither, or the file is unreadable
   */
  public Node.Mapping presetOrFile(String nameOrFile) {
    if (names.contains(nameOrFile)) {
      return preset(nameOrFile);
    }
    if (nameOrFile.isBlank()) {
      throw new ConfigException(
          "The name of the " + kind + " is empty; there are " + String.join(", ", names) + ".",
          "Maybe a variable of the shell is empty.");
    }
    Path file = file(nameOrFile);
    if (Files.isRegularFile(file) || isHidden(file)) {
      return YamlReader.readFile(file);
    }
    if (Files.isDirectory(file)) {
      throw new ConfigException(
          nameOrFile + " is a folder, but a " + kind + " is a preset or a YAML file.",
          "Maybe a file in it is meant.");
    }
    if (looksLikeFile(nameOrFile)) {
      throw new ConfigException(
          "There is no file " + nameOrFile + ".", "Maybe the path or its folder is misspelt.");
    }
    throw unknown("There is no " + kind + " " + nameOrFile, nameOrFile);
  }

  /** The error for a name that is no preset's; the beginning has no full stop. */
  public ConfigException unknown(String beginning, String name) {
    return unknown(beginning, name, "Maybe a file was meant: its name ends in .yaml.");
  }

  /**
   * As {@link #unknown(String, String)}.
   *
   * @param advice where no name is near
   */
  ConfigException unknown(String beginning, String name, String advice) {
    String near = Nearest.of(name, names);
    return new ConfigException(
        beginning + "; there are " + String.join(", ", names) + ".",
        near == null ? advice : "Maybe " + near + " is meant.");
  }

  /** Name of a member that names itself nowhere: a preset's name, or a file's without its end. */
  public String defaultName(String nameOrFile) {
    if (names.contains(nameOrFile)) {
      return nameOrFile;
    }
    Path last = file(nameOrFile).getFileName();
    return last == null ? nameOrFile : last.toString().replaceFirst("\\.ya?ml$", "");
  }

  private Path file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw unknown("There is no " + kind + " " + text.replace('\0', '?'), text);
    }
  }

  /** Whether its folder does not even say that it is there. */
  private static boolean isHidden(Path file) {
    return !Files.exists(file) && !Files.notExists(file);
  }

  private static boolean looksLikeFile(String text) {
    return text.endsWith(".yaml") || text.endsWith(".yml") || text.contains("/");
  }
}

package org.rpusim.chip.config;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every parameter that was read for one chip, device or workload, in the order of reading. */
public final class Resolution {
  private final ImmutableList<Parameter> parameters;
  private volatile String yaml = ""; // written when first asked for

  private Resolution(ImmutableList<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** The parameters, parents of a path together. */
  public ImmutableList<Parameter> parameters() {
    return parameters;
  }

  /** The resolved values as YAML that reads back to the same records; ends with a line break. */
  public String yaml() {
    String text = yaml;
    if (text.isEmpty()) {
      text = YamlText.write(parameters, false);
      yaml = text;
    }
    return text;
  }

  /** As {@link #yaml}, each value followed by its firmness, meaning, default and remark. */
  public String annotatedYaml() {
    return YamlText.write(parameters, true);
  }

  /** Collects parameters. */
  static final class Builder {
    private final List<Parameter> parameters = new ArrayList<>();

    void add(Parameter parameter) {
      parameters.add(parameter);
    }

    /** Paths whose last word is this one, for advice; null if there are none. */
    @Nullable String pathsEndingWith(String word) {
      String paths =
          parameters.stream()
              .map(Parameter::path)
              .filter(path -> path.endsWith("." + word))
              .collect(Collectors.joining(" or "));
      return paths.isEmpty() ? null : paths;
    }

    Resolution build() {
      return new Resolution(ImmutableList.copyOf(parameters));
    }
  }
}

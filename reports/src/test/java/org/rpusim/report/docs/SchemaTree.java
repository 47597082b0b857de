package org.rpusim.report.docs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.folder.JsonText;
import tools.jackson.core.JsonGenerator;

/** A JSON Schema of nested objects, built from dotted paths. */
final class SchemaTree {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Map<String, SchemaTree> named = new LinkedHashMap<>();
  private final Map<String, SchemaTree> patterns = new LinkedHashMap<>();
  private @Nullable SchemaTree entry;
  private final Set<Map<String, Object>> values = new LinkedHashSet<>();

  /** The node of a path: {@code [i]} is a list, a star any word. */
  SchemaTree at(String path) {
    SchemaTree node = this;
    for (String step : path.split("\\.", -1)) {
      boolean list = step.endsWith("[i]");
      node = node.child(list ? step.substring(0, step.length() - 3) : step);
      if (list) {
        node.entry = node.entry == null ? new SchemaTree() : node.entry;
        node = node.entry;
      }
    }
    return node;
  }

  private SchemaTree child(String name) {
    return name.contains("*")
        ? patterns.computeIfAbsent(pattern(name), key -> new SchemaTree())
        : named.computeIfAbsent(name, key -> new SchemaTree());
  }

  private static String pattern(String name) {
    return name.equals("*") ? "^[A-Za-z0-9_-]+$" : "^" + name.replace("*", "[0-9]+") + "$";
  }

  /** A value with these keywords may stand here, and no other one. */
  SchemaTree value(Map<String, Object> keywords) {
    values.clear();
    return orValue(keywords);
  }

  /** A value with these keywords may stand here too. */
  SchemaTree orValue(Map<String, Object> keywords) {
    values.add(keywords);
    return this;
  }

  /** The text of the schema. */
  String text(String title) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("$schema", DIALECT);
      json.writeStringProperty("title", title);
      writeObject(json);
      json.writeEndObject();
    });
  }

  private void write(JsonGenerator json) {
    boolean object = !named.isEmpty() || !patterns.isEmpty();
    int forms = (object ? 1 : 0) + (entry == null ? 0 : 1) + values.size();
    json.writeStartObject();
    if (forms > 1) {
      json.writeArrayPropertyStart("anyOf");
    }
    for (Map<String, Object> value : values) {
      writeForm(json, forms > 1, true, () -> writeValue(json, value));
    }
    writeForm(json, forms > 1, entry != null, () -> writeList(json));
    writeForm(json, forms > 1, object, () -> writeObject(json));
    if (forms > 1) {
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeForm(JsonGenerator json, boolean one, boolean has, Runnable form) {
    if (has && one) {
      json.writeStartObject();
    }
    if (has) {
      form.run();
    }
    if (has && one) {
      json.writeEndObject();
    }
  }

  private static void writeValue(JsonGenerator json, Map<String, Object> value) {
    value.forEach((key, keyword) -> {
      json.writeName(key);
      writeKeyword(json, keyword);
    });
  }

  private static void writeKeyword(JsonGenerator json, Object keyword) {
    switch (keyword) {
      case Boolean truth -> json.writeBoolean(truth);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case List<?> all -> {
        json.writeStartArray();
        all.forEach(one -> writeKeyword(json, one));
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((key, one) -> {
          json.writeName(key.toString());
          writeKeyword(json, one);
        });
        json.writeEndObject();
      }
      default -> json.writeString(keyword.toString());
    }
  }

  private void writeList(JsonGenerator json) {
    json.writeStringProperty("type", "array");
    json.writeName("items");
    if (entry != null) {
      entry.write(json);
    }
  }

  private void writeObject(JsonGenerator json) {
    json.writeStringProperty("type", "object");
    writeChildren(json, "properties", named);
    writeChildren(json, "patternProperties", patterns);
    json.writeBooleanProperty("additionalProperties", false);
  }

  private static void writeChildren(
      JsonGenerator json, String keyword, Map<String, SchemaTree> children) {
    if (!children.isEmpty()) {
      json.writeObjectPropertyStart(keyword);
      children.forEach((name, child) -> {
        json.writeName(name);
        child.write(json);
      });
      json.writeEndObject();
    }
  }
}

package org.rpusim.report.map;

import org.rpusim.report.folder.JsonText;
import org.rpusim.report.map.MapFigures.Part;
import org.rpusim.report.map.MapFigures.TileUse;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import tools.jackson.core.JsonGenerator;

/** A map as JSON. */
public final class MapJson {
  private static final double MICROSECONDS_PER_PICOSECOND = 1e-6;

  private MapJson() {}

  /** The text of {@code map.json}, ending with a new line. */
  public static String of(MapFigures map) {
    return JsonText.of(json -> write(json, map));
  }

  private static void write(JsonGenerator json, MapFigures map) {
    json.writeStartObject();
    json.writeStringProperty("workload", map.workload());
    json.writeStringProperty("chip", map.chip().name());
    json.writeNumberProperty("tiles", map.chip().tiles());
    json.writeNumberProperty("tilesInUse", map.mapping().tiles());
    json.writeNumberProperty("widthMillimetres", map.plan().widthMillimetres());
    json.writeNumberProperty("heightMillimetres", map.plan().heightMillimetres());
    json.writeNumberProperty("numberMillimetres", map.placement().numberMillimetres());
    json.writeNumberProperty("busiestLinkNumbers", map.placement().busiestLink());
    json.writeName("layers");
    writeLayers(json, map.mapping());
    Mapping fastest = map.fastest();
    if (fastest != null) {
      json.writeName("fastestLayers");
      writeLayers(json, fastest);
    }
    json.writeName("tilesUsed");
    json.writeStartArray();
    map.tiles().forEach(use -> writeTile(json, map, use));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeLayers(JsonGenerator json, Mapping mapping) {
    json.writeStartArray();
    for (MappedLayer layer : mapping.layers()) {
      json.writeStartObject();
      json.writeStringProperty("layer", layer.layer().name());
      json.writeNumberProperty("rows", layer.layer().rows());
      json.writeNumberProperty("columns", layer.layer().columns());
      json.writeNumberProperty("weightSharing", layer.layer().vectors());
      json.writeStringProperty("kind", layer.chip().tileName());
      json.writeNumberProperty("copies", layer.copies());
      json.writeNumberProperty("blocks", layer.blocks().size());
      json.writeNumberProperty("readMicroseconds", layer.readPs() * MICROSECONDS_PER_PICOSECOND);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTile(JsonGenerator json, MapFigures map, TileUse use) {
    json.writeStartObject();
    json.writeNumberProperty("tile", use.tile());
    json.writeNumberProperty("place", use.site());
    json.writeStringProperty("kind", use.kind());
    json.writeNumberProperty("xMillimetres", map.plan().sites().get(use.site()).xMillimetres());
    json.writeNumberProperty("yMillimetres", map.plan().sites().get(use.site()).yMillimetres());
    json.writeNumberProperty("occupancy", use.occupancy());
    json.writeNumberProperty("linkBits", use.traffic().linkBits());
    json.writeNumberProperty("receivedBits", use.traffic().receivedBits());
    json.writeNumberProperty("sentBits", use.traffic().sentBits());
    json.writeNumberProperty(
        "readMicroseconds", use.traffic().readPs() * MICROSECONDS_PER_PICOSECOND);
    json.writeName("holds");
    json.writeStartArray();
    use.parts().forEach(part -> writePart(json, part));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePart(JsonGenerator json, Part part) {
    Block block = part.block();
    json.writeStartObject();
    json.writeStringProperty("layer", part.layer());
    json.writeNumberProperty("copy", block.share().copy());
    json.writeNumberProperty("firstRow", block.firstRow());
    json.writeNumberProperty("rows", block.rows());
    json.writeNumberProperty("firstColumn", block.firstColumn());
    json.writeNumberProperty("columns", block.columns());
    json.writeNumberProperty("tileRow", block.corner().row());
    json.writeNumberProperty("tileRows", part.rows());
    json.writeNumberProperty("tileColumn", block.corner().column());
    json.writeEndObject();
  }
}

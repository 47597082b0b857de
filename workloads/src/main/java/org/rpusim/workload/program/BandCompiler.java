package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.Window;
import org.rpusim.workload.program.Flow.Part;
import org.rpusim.workload.program.Router.Need;

/**
 * Adds the forward passes of convolutions and poolings band by band: a band of output rows is read,
 * converted and sent on as soon as the input rows that its patches reach are there, while the array
 * goes on with the next.
 */
final class BandCompiler {
  private final Router router;
  private final ReadCompiler reads;
  private final DigitalCompiler digital;

  BandCompiler(Router router, ReadCompiler reads, DigitalCompiler digital) {
    this.router = router;
    this.reads = reads;
    this.digital = digital;
  }

  /** Operations after which the tiles have some rows of the input. */
  private record Arrival(Band rows, ImmutableListMultimap<Integer, Integer> operations) {}

  /**
   * A convolution.
   *
   * @param keepsInput whether x stays in the input buffers for an update
   */
  Flow convolution(MappedLayer mapped, ConvolutionLayer layer, Flow input, boolean keepsInput) {
    String name = layer.name() + " forward";
    List<Arrival> arrivals = deliver(name + " inputs", mapped, layer, input);
    List<Part> parts = new ArrayList<>();
    for (Band band : Band.of(layer)) {
      int from = Band.firstOfInput(layer.window(), band.firstRow());
      int end = Band.endOfInput(layer.window(), band.endRow());
      int[] results = new int[mapped.blocks().size()];
      for (int i = 0; i < results.length; i++) {
        Block block = mapped.blocks().get(i);
        List<Integer> ready = new ArrayList<>();
        for (Arrival arrival : arrivals) {
          if (arrival.rows().overlaps(from, end)) {
            ready.addAll(arrival.operations().get(block.tile()));
          }
        }
        results[i] = reads.forward(name, mapped, block, band, keepsInput, ready).result();
      }
      parts.add(finish(mapped, layer, band, results));
    }
    return Flow.banded(parts);
  }

  private List<Arrival> deliver(
      String name, MappedLayer mapped, ConvolutionLayer layer, Flow input) {
    int height = layer.input().height();
    if (!input.isBanded()) {
      int area = layer.input().area();
      List<Slice> slices = input.together(name, area, digital);
      return List.of(
          new Arrival(
              new Band(0, height), router.deliver(name, slices, needs(mapped, layer, area))));
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (Part part : input.parts()) {
      List<Need> needs = needs(mapped, layer, part.area());
      arrivals.add(new Arrival(part.band(), router.deliver(name, part.slices(), needs)));
    }
    return arrivals;
  }

  /** What the blocks take of so many numbers of each channel. */
  private static List<Need> needs(MappedLayer mapped, ConvolutionLayer layer, int area) {
    int whole = layer.input().area();
    return mapped.blocks().stream()
        .map(block -> Need.inputsOf(block, layer))
        .map(
            need -> new Need(need.tile(), need.first() / whole * area, need.count() / whole * area))
        .toList();
  }

  private Part finish(MappedLayer mapped, ConvolutionLayer layer, Band band, int[] results) {
    String name = layer.name() + " forward";
    int area = band.rows() * layer.output().width();
    ImmutableList.Builder<Slice> slices = ImmutableList.builder();
    for (int r = 0; r < mapped.blockRows(); r++) {
      List<Slice> partials = new ArrayList<>();
      for (int c = 0; c < mapped.blockColumns(); c++) {
        Block block = mapped.block(r, c);
        int result = results[mapped.position(r, c)];
        partials.add(new Slice(block.firstRow() * area, block.rows() * area, block.tile(), result));
      }
      Slice sum =
          digital.addPartials(name, partials, new Meaning.AddForwardBand(mapped.index(), r, band));
      boolean none = layer.activation() == Activation.NONE;
      Meaning meaning =
          new Meaning.ActivateBand(mapped.index(), sum.first() / area, sum.count() / area, band);
      slices.add(
          digital.compute(
              name + (none ? " results" : " activation"), sum, none ? 0 : sum.count(), meaning));
    }
    return new Part(band, area, slices.build());
  }

  /** A pooling: output rows are worked out with the band that completes their windows. */
  Flow pooling(int index, PoolingLayer layer, Flow input) {
    Window window = layer.window();
    int width = layer.output().width();
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (Part last : input.parts()) {
      int end = done;
      while (end < layer.output().height()
          && Math.min(Band.endOfInput(window, end + 1), layer.input().height())
              <= last.band().endRow()) {
        end++;
      }
      if (end > done) {
        Band band = new Band(done, end - done);
        parts.add(new Part(band, band.rows() * width, pool(index, layer, input, band)));
        done = end;
      }
    }
    return Flow.banded(parts);
  }

  private ImmutableList<Slice> pool(int index, PoolingLayer layer, Flow input, Band band) {
    Window window = layer.window();
    int from = Band.firstOfInput(window, band.firstRow());
    int end = Band.endOfInput(window, band.endRow());
    int area = band.rows() * layer.output().width();
    int each = layer.largest() ? window.area() - 1 : window.area();
    ImmutableList.Builder<Slice> pooled = ImmutableList.builder();
    Part any = input.parts().getFirst();
    for (int i = 0; i < any.slices().size(); i++) {
      List<Integer> ready = new ArrayList<>();
      for (Part part : input.parts()) {
        if (part.band().overlaps(from, end)) {
          ready.add(part.slices().get(i).operation());
        }
      }
      Slice at = any.slices().get(i);
      int channel = at.first() / any.area();
      int channels = at.count() / any.area();
      Meaning meaning = new Meaning.PoolBand(index, channel, channels, band);
      String name = layer.name() + " forward pooling";
      long operations = (long) each * channels * area;
      int operation = digital.add(name, at.tile(), operations, meaning, ready);
      pooled.add(new Slice(channel * area, channels * area, at.tile(), operation));
    }
    return pooled.build();
  }
}

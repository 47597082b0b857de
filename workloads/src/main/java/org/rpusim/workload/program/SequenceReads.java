package org.rpusim.workload.program;

import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.program.Router.Need;

/** Adds the reads of a whole matrix of a recurrent network: all its blocks, and their sums. */
final class SequenceReads {
  private final Router router;
  private final ReadCompiler reads;
  private final DigitalCompiler digital;

  SequenceReads(Router router, ReadCompiler reads, DigitalCompiler digital) {
    this.router = router;
    this.reads = reads;
    this.digital = digital;
  }

  /**
   * A forward read.
   *
   * @param inputs parts of the matrix's input vector
   * @param others operations that a tile waits for besides
   * @param begun operation that a block without inputs waits for
   * @return the rows, in parts
   */
  List<Slice> forward(
      MappedLayer matrix,
      List<Slice> inputs,
      ImmutableListMultimap<Integer, Integer> others,
      int begun) {
    String name = matrix.layer().name() + " forward";
    List<Need> needs = matrix.blocks().stream().map(b -> Need.inputsOf(b, matrix.layer())).toList();
    ImmutableListMultimap<Integer, Integer> arrivals =
        router.deliver(name + " inputs", inputs, needs);
    int[] results = new int[matrix.blocks().size()];
    for (int i = 0; i < results.length; i++) {
      Block block = matrix.blocks().get(i);
      List<Integer> arrived = new ArrayList<>(arrivals.get(block.tile()));
      arrived.addAll(others.get(block.tile()));
      if (arrived.isEmpty()) {
        arrived.add(begun);
      }
      results[i] = reads.forward(name, matrix, block, false, arrived).result();
    }
    List<Slice> rows = new ArrayList<>();
    for (int r = 0; r < matrix.blockRows(); r++) {
      List<Slice> partials = new ArrayList<>();
      for (int c = 0; c < matrix.blockColumns(); c++) {
        Block block = matrix.block(r, c);
        int result = results[matrix.position(r, c)];
        partials.add(new Slice(block.firstRow(), block.rows(), block.tile(), result));
      }
      rows.add(digital.addPartials(name, partials, new Meaning.AddForward(matrix.index(), r)));
    }
    return rows;
  }

  /**
   * A backward read.
   *
   * @param cycles the array cycles, by block; empty if there was nothing to read
   * @param delivered operations after which each tile's unit has its rows' gradients
   * @param columns the gradient of the input vector without the bias, in parts
   */
  record Backward(
      List<Integer> cycles,
      ImmutableListMultimap<Integer, Integer> delivered,
      List<Slice> columns) {}

  /**
   * Brings a gradient to the tiles, and reads it backward.
   *
   * @param delta the gradient of the rows
   * @param reading whether anything needs the gradient of the input vector
   */
  Backward backward(MappedLayer matrix, Slice delta, boolean reading) {
    String name = matrix.layer().name() + " backward";
    List<Need> needs = matrix.blocks().stream().map(b -> Need.rowsOf(b, matrix.layer())).toList();
    ImmutableListMultimap<Integer, Integer> delivered =
        router.deliver(name + " inputs", List.of(delta), needs);
    if (!reading) {
      return new Backward(List.of(), delivered, List.of());
    }
    List<Integer> cycles = new ArrayList<>();
    int[] results = new int[matrix.blocks().size()];
    for (int i = 0; i < results.length; i++) {
      Block block = matrix.blocks().get(i);
      ReadCompiler.Read read = reads.backward(name, matrix, block, delivered.get(block.tile()));
      cycles.add(read.cycle());
      results[i] = read.result();
    }
    return new Backward(cycles, delivered, columns(name, matrix, results));
  }

  private List<Slice> columns(String name, MappedLayer matrix, int[] results) {
    List<Slice> columns = new ArrayList<>();
    for (int c = 0; c < matrix.blockColumns(); c++) {
      Block first = matrix.block(0, c);
      int count = Math.min(first.columns(), matrix.layer().fanIn() - first.firstColumn());
      if (count > 0) {
        List<Slice> partials = new ArrayList<>();
        for (int r = 0; r < matrix.blockRows(); r++) {
          Block block = matrix.block(r, c);
          int result = results[matrix.position(r, c)];
          partials.add(new Slice(block.firstColumn(), count, block.tile(), result));
        }
        columns.add(
            digital.addPartials(name, partials, new Meaning.AddBackward(matrix.index(), c)));
      }
    }
    return columns;
  }
}

package org.rpusim.chip.tile;

import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;

/** Exact counts of what one tile did; the energy model multiplies them. */
public final class TileCounts {
  /** Forward read cycles, retries included. */
  public final Counter forwardReads;

  /** Backward read cycles, retries included. */
  public final Counter backwardReads;

  /** Read cycles that bound management repeated. */
  public final Counter retries;

  /** Outputs that reached the bound, in all attempts. */
  public final Counter saturatedOutputs;

  /** Inputs beyond the DAC's full scale, in all attempts. */
  public final Counter clippedInputs;

  /** Update cycles. */
  public final Counter updates;

  /** Input lines with a driver at work, summed over read cycles. */
  public final Counter drivenLines;

  /** Numbers that cycles took from the tile's buffers or left there. */
  public final Counter bufferedNumbers;

  /** Output lines integrated, summed over read cycles. */
  public final Counter integratedLines;

  /** Pulse slots of trains, summed over update cycles. */
  public final Counter pulseSlots;

  /** Lines with a powered pulse generator × ps that it is on, summed over update cycles. */
  public final Counter pulsedLinePicoseconds;

  /** Devices × DAC steps that conducted, summed over read cycles. */
  public final Counter deviceSteps;

  /** Analog-digital conversions. */
  public final Counter conversions;

  /** Pulses on row lines. */
  public final Counter rowPulses;

  /** Pulses on column lines. */
  public final Counter columnPulses;

  /** Row pulses × columns that they half-select, plus column pulses × rows. */
  public final Counter halfSelectedDevices;

  /** Devices that saw both pulses of a slot. */
  public final Counter coincidences;

  /** Registers the counts below a path. */
  TileCounts(CounterTree tree, String path) {
    forwardReads = tree.counter(path + ".forwardReads");
    backwardReads = tree.counter(path + ".backwardReads");
    retries = tree.counter(path + ".retries");
    saturatedOutputs = tree.counter(path + ".saturatedOutputs");
    clippedInputs = tree.counter(path + ".clippedInputs");
    updates = tree.counter(path + ".updates");
    drivenLines = tree.counter(path + ".drivenLines");
    bufferedNumbers = tree.counter(path + ".bufferedNumbers");
    integratedLines = tree.counter(path + ".integratedLines");
    pulseSlots = tree.counter(path + ".pulseSlots");
    pulsedLinePicoseconds = tree.counter(path + ".pulsedLinePicoseconds");
    deviceSteps = tree.counter(path + ".deviceSteps");
    conversions = tree.counter(path + ".conversions");
    rowPulses = tree.counter(path + ".rowPulses");
    columnPulses = tree.counter(path + ".columnPulses");
    halfSelectedDevices = tree.counter(path + ".halfSelectedDevices");
    coincidences = tree.counter(path + ".coincidences");
  }

  /** Counts a read by itself: all that depends on its numbers. */
  public void addRead(ArrayCycle cycle, ReadOutcome read) {
    addReads(cycle, 1, read.inputOnSteps, read.saturatedOutputs, read.clippedInputs);
  }

  /** Counts the reads of a burst with their retries. */
  void addBurst(ArrayCycle cycle, BurstOutcome burst) {
    retries.add(burst.totalRetries);
    long reads = cycle.count() + burst.totalRetries;
    addReads(cycle, reads, burst.inputOnSteps, burst.saturatedOutputs, burst.clippedInputs);
  }

  private void addReads(ArrayCycle cycle, long reads, long onSteps, long saturated, long clipped) {
    (cycle.kind() == ArrayCycle.Kind.FORWARD ? forwardReads : backwardReads).add(reads);
    drivenLines.add(reads * cycle.inputLines());
    bufferedNumbers.add(reads * numbers(cycle));
    integratedLines.add(reads * cycle.poweredLines());
    deviceSteps.add(onSteps * cycle.poweredLines());
    saturatedOutputs.add(saturated);
    clippedInputs.add(clipped);
  }

  /** Counts an update, or a burst of them: all that depends on its numbers. */
  public void addUpdate(ArrayCycle cycle, UpdateOutcome update) {
    updates.add(cycle.count());
    bufferedNumbers.add(cycle.count() * numbers(cycle));
    pulseSlots.add(update.slots);
    pulsedLinePicoseconds.add((long) cycle.poweredLines() * update.slots * cycle.durationPs());
    rowPulses.add(update.rowPulses);
    columnPulses.add(update.columnPulses);
    halfSelectedDevices.add(
        update.rowPulses * cycle.inputLines() + update.columnPulses * cycle.outputLines());
    coincidences.add(update.coincidences);
  }

  /** Inputs and outputs of a read, or x and the gradient of an update. */
  private static long numbers(ArrayCycle cycle) {
    return (long) cycle.inputLines() + cycle.outputLines();
  }

  /** The counters of {@link #addRead} and {@link #addUpdate}. */
  public ImmutableSet<Counter> ofNumbers() {
    return ImmutableSet.of(
        forwardReads,
        backwardReads,
        drivenLines,
        bufferedNumbers,
        integratedLines,
        deviceSteps,
        saturatedOutputs,
        clippedInputs,
        updates,
        pulseSlots,
        pulsedLinePicoseconds,
        rowPulses,
        columnPulses,
        halfSelectedDevices,
        coincidences);
  }

  /** The counters whose increments depend on activity alone, which moves no schedule. */
  public ImmutableSet<Counter> ofActivity() {
    return ImmutableSet.of(deviceSteps, rowPulses, columnPulses, halfSelectedDevices, coincidences);
  }

  /** Cycles of the array of all kinds. */
  public long arrayCycles() {
    return forwardReads.get() + backwardReads.get() + updates.get();
  }
}

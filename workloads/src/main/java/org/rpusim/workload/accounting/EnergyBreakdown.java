package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.chip.cost.EnergyPerAction;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;

/**
 * Energy of a period: exact counts of actions × energy of an action, and static power × time. Each
 * joule stands once by what it was used for and once by the component that used it.
 */
public final class EnergyBreakdown {
  /**
   * Digital units beside tiles that the program does not use; they draw their power all the same.
   */
  public static final String UNUSED_UNITS = "unusedTiles.digitalUnits";

  /** What a network draws besides what its links use for each flit. */
  public static final String NETWORK = "network";

  private final EnergyPerAction energy;
  private final ImmutableList<EnergyPerAction> energyOfTile;
  private final double unitWatts;
  private final Period period;
  private final TreeMap<String, Double> byPurpose = new TreeMap<>();
  private final TreeMap<String, Double> byAccount = new TreeMap<>();
  private final TreeMap<String, Double> staticByAccount = new TreeMap<>();

  /** Energy of all that the period has summed so far. */
  public EnergyBreakdown(ChipSpec chip, Period period) {
    this(chip, ImmutableList.of(), period);
  }

  /**
   * Energy of all that the period has summed so far.
   *
   * @param chipOfTile the chip as the array of each tile sees it; tiles behind it see the chip
   */
  public EnergyBreakdown(ChipSpec chip, ImmutableList<ChipSpec> chipOfTile, Period period) {
    this.energy = EnergyPerAction.of(chip);
    this.energyOfTile =
        chipOfTile.stream().map(EnergyPerAction::of).collect(ImmutableList.toImmutableList());
    this.unitWatts = chip.digital().unitWatts();
    this.period = period;
    for (Account account : period.accounts()) {
      byAccount.put(account.name(), 0.0);
      charge(account);
    }
    chargeInterconnect();
    chargeUnused(chip);
  }

  private void charge(Account account) {
    String name = account.name();
    String tile = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
    switch (account.kind()) {
      case ARRAY -> chargeArray(name, tile);
      case CONVERTERS ->
          add(
              "converters",
              name,
              period.count(tile + ".conversions") * of(tile).conversionJoules());
      case MANAGEMENT ->
          add(
              "management",
              name,
              period.count(tile + ".managedNumbers") * of(tile).managementNumberJoules());
      case LINK -> {}
      case DIGITAL_UNIT -> addStatic("digitalUnits", name, unitWatts * period.seconds());
      case INTERCONNECT -> {
        double joules =
            period.count(name + ".bitMicrometres") * energy.wireBitMicrometreJoules()
                + period.count(name + ".routedFlits") * energy.routerFlitJoules();
        if (joules > 0) {
          add("interconnect", name, joules);
        }
      }
      case MEMORY -> add("memory", name, period.count("memory.bits") * energy.memoryBitJoules());
    }
  }

  private void chargeArray(String name, String tile) {
    EnergyPerAction own = of(tile);
    add("arrays", name, period.count(tile + ".deviceSteps") * own.deviceStepJoules());
    add("drivers", name, period.count(tile + ".drivenLines") * own.driverReadJoules());
    add("buffers", name, period.count(tile + ".bufferedNumbers") * own.bufferNumberJoules());
    add("integrators", name, period.count(tile + ".integratedLines") * own.integratorReadJoules());
    add(
        "pulseGenerators",
        name,
        period.count(tile + ".pulsedLinePicoseconds") * own.pulseGeneratorPicosecondJoules());
    add(
        "updatePulses",
        name,
        period.count(tile + ".rowPulses") * own.rowPulseJoules()
            + period.count(tile + ".columnPulses") * own.columnPulseJoules()
            + period.count(tile + ".halfSelectedDevices") * own.halfSelectedDeviceJoules());
  }

  private EnergyPerAction of(String tile) {
    int index = Integer.parseInt(tile.substring("tile".length()));
    return index < energyOfTile.size() ? energyOfTile.get(index) : energy;
  }

  /** Power and energy of the whole: a bus has but one part. */
  private void chargeInterconnect() {
    List<String> parts =
        period.accounts().stream()
            .filter(account -> account.kind() == Account.Kind.INTERCONNECT)
            .map(Account::name)
            .toList();
    String whole = parts.size() == 1 ? parts.getFirst() : NETWORK;
    addStatic("interconnect", whole, energy.interconnectWatts() * period.seconds());
    add("interconnect", whole, period.count("interconnect.bits") * energy.interconnectBitJoules());
  }

  private void chargeUnused(ChipSpec chip) {
    if (chip.digital().sharing() == Sharing.PER_TILE) {
      long used =
          period.accounts().stream().filter(a -> a.kind() == Account.Kind.DIGITAL_UNIT).count();
      addStatic("digitalUnits", UNUSED_UNITS, (chip.tiles() - used) * unitWatts * period.seconds());
    }
  }

  private void addStatic(String purpose, String account, double joules) {
    add(purpose, account, joules);
    staticByAccount.merge(account, joules, Double::sum);
  }

  private void add(String purpose, String account, double joules) {
    byPurpose.merge(purpose, joules, Double::sum);
    byAccount.merge(account, joules, Double::sum);
  }

  /** Energy by what it was used for, J. */
  public ImmutableSortedMap<String, Double> byPurpose() {
    return ImmutableSortedMap.copyOf(byPurpose);
  }

  /** Energy by the component that used it, J. */
  public Map<String, Double> byAccount() {
    return byAccount;
  }

  /** Energy of a component's actions, without what it draws always, J. */
  public double dynamicJoules(String account) {
    return byAccount.getOrDefault(account, 0.0) - staticByAccount.getOrDefault(account, 0.0);
  }

  /** Energy drawn whether anything is done or not, J. */
  public double staticJoules() {
    return staticByAccount.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** All of it, J: the sum of {@link #byPurpose()} in alphabetical order. */
  public double totalJoules() {
    double sum = 0;
    for (double joules : byPurpose.values()) {
      sum += joules;
    }
    return sum;
  }

  /** Whether there is a network, which draws power as a whole. */
  boolean hasNetwork() {
    return byAccount().containsKey(NETWORK);
  }
}

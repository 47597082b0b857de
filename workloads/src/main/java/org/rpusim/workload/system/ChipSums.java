package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.stats.Counter;
import org.rpusim.workload.execution.ChipModel;

/**
 * What a chip has done, summed over components of a kind and over counters of a name: few numbers,
 * however many tiles it has.
 */
final class ChipSums {
  /** Numbers of a kind of components: time at work, actions, waiting by reason. */
  private static final int WIDTH = 2 + WaitReason.COUNT;

  private static final int KINDS = Account.Kind.values().length;
  private static final Pattern TILE =
      Pattern.compile("^(chip\\d+\\.((onwards|back)\\.)?)?(tile\\d+\\.|network\\..*\\.)?");

  private final ChipModel model;
  private final ImmutableList<Account> accounts;
  private final int[] kindOf;
  private final ImmutableList<Counter> counters;
  private final int[] nameOf;
  private final ImmutableList<String> names;

  ChipSums(ChipModel model) {
    this.model = model;
    this.accounts = model.chip().accounts();
    this.kindOf = accounts.stream().mapToInt(account -> kind(account.kind())).toArray();
    this.counters = model.chip().counters().counters();
    List<String> own = new ArrayList<>();
    for (String path : model.chip().counters().snapshot().keySet()) {
      own.add(TILE.matcher(path).replaceFirst(""));
    }
    this.names = ImmutableSortedSet.copyOf(new TreeSet<>(own)).asList();
    this.nameOf = own.stream().mapToInt(names::indexOf).toArray();
  }

  @SuppressWarnings("EnumOrdinal")
  private static int kind(Account.Kind kind) {
    return kind.ordinal();
  }

  /** How many components of a kind the chip has in use. */
  int components(Account.Kind kind) {
    return (int) accounts.stream().filter(account -> account.kind() == kind).count();
  }

  /** Numbers of all sums. */
  int width() {
    return KINDS * WIDTH + names.size() + 1;
  }

  /** All sums as they are now. */
  long[] capture() {
    long[] sums = new long[width()];
    for (int i = 0; i < kindOf.length; i++) {
      Account account = accounts.get(i);
      int at = kindOf[i] * WIDTH;
      sums[at] += account.ledger().busyPs();
      sums[at + 1] += account.actions().getAsLong();
      for (int reason = 0; reason < WaitReason.COUNT; reason++) {
        sums[at + 2 + reason] += account.ledger().waitingPs(reason);
      }
    }
    for (int i = 0; i < nameOf.length; i++) {
      sums[KINDS * WIDTH + nameOf[i]] += counters.get(i).get();
    }
    sums[sums.length - 1] = model.events();
    return sums;
  }

  /** Time at work of all components of a kind, ps. */
  static long busyPs(long[] sums, Account.Kind kind) {
    return sums[kind(kind) * WIDTH];
  }

  /** Time that components of a kind were held up for a reason, ps. */
  static long waitingPs(long[] sums, Account.Kind kind, WaitReason reason) {
    return sums[kind(kind) * WIDTH + 2 + reason.index()];
  }

  /** Actions of all components of a kind. */
  static long actions(long[] sums, Account.Kind kind) {
    return sums[kind(kind) * WIDTH + 1];
  }

  /** Replaces a count. */
  void set(long[] sums, String name, long count) {
    sums[KINDS * WIDTH + names.indexOf(name)] = count;
  }

  /** A count; 0 where there is none of this name. */
  long count(long[] sums, String name) {
    int at = names.indexOf(name);
    return at < 0 ? 0 : sums[KINDS * WIDTH + at];
  }

  /** Events handled. */
  static long events(long[] sums) {
    return sums[sums.length - 1];
  }
}

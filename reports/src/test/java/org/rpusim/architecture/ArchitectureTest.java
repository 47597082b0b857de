package org.rpusim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] MODELS = {
    "org.rpusim.core..", "org.rpusim.chip..", "org.rpusim.workload.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.rpusim");

  @Test
  void allModulesAreLookedAt() {
    for (String module : List.of("core", "chip", "workload", "report")) {
      assertThat(CLASSES)
          .as(module)
          .anyMatch(type -> type.getPackageName().startsWith("org.rpusim." + module));
    }
  }

  @Test
  void layersAreKept() {
    Rules.layers().check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    Rules.noPackageCycles().check(CLASSES);
  }

  @Test
  void modelsDrawFromOurOwnStreamsOnly() {
    Rules.noOtherRandomNumbers(MODELS).check(CLASSES);
  }

  @Test
  void modelsDoNotAskTheClock() {
    Rules.noWallClock(MODELS).check(CLASSES);
  }

  @Test
  void modelsDoNotPrint() {
    Rules.noPrinting(MODELS).check(CLASSES);
  }

  @Test
  void modelsCallNoMathThatDiffersFromMachineToMachine() {
    Rules.noInexactMath(MODELS).check(CLASSES);
  }

  @Test
  void theRulesFindWhatTheyForbid() {
    expectViolations(Rules.noOtherRandomNumbers("org.rpusim.architecture"), "nextInt", "random()");
    expectViolations(Rules.noOtherRandomNumbers("org.rpusim.architecture"), "ThreadLocalRandom");
    expectViolations(Rules.noWallClock("org.rpusim.architecture"), "nanoTime", "Instant.now");
    expectViolations(Rules.noPrinting("org.rpusim.architecture"), "System.out", "printStackTrace");
    expectViolations(Rules.noInexactMath("org.rpusim.architecture"), "Math.exp", "Math.tanh");
    String inexact = report(Rules.noInexactMath("org.rpusim.architecture"));
    assertThat(inexact).doesNotContain("StrictMath").doesNotContain("Math.sqrt");
  }

  private static JavaClasses offender() {
    return new ClassFileImporter().importClasses(Offender.class);
  }

  private static void expectViolations(ArchRule rule, String... parts) {
    assertThat(report(rule)).contains(parts);
  }

  private static String report(ArchRule rule) {
    return rule.evaluate(offender()).getFailureReport().toString();
  }

  /** Does all that models must not. */
  @SuppressWarnings({
    "unused",
    "SystemOut",
    "JavaInstantGetSecondsGetNano",
    "CatchAndPrintStackTrace"
  })
  private static final class Offender {
    static double offend(Random random, RuntimeException e) {
      System.out.println(java.time.Instant.now());
      e.printStackTrace();
      return random.nextInt(5)
          + ThreadLocalRandom.current().nextDouble()
          + Math.random()
          + System.nanoTime()
          + Math.exp(1)
          + Math.tanh(1)
          + Math.sqrt(2)
          + StrictMath.exp(1);
    }
  }
}

package org.rpusim.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** The rules, apart from the classes they are applied to. */
final class Rules {
  /** Their results differ from machine to machine; StrictMath's and our polynomials' do not. */
  private static final String INEXACT =
      "exp|expm1|log|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh";

  private static final String CLOCKS =
      "java\\.time\\.(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime|ZonedDateTime|Clock"
          + "|Year|YearMonth)";

  private Rules() {}

  /** Each layer is used by those above it alone. */
  static ArchRule layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy("org.rpusim.core..")
        .layer("chip")
        .definedBy("org.rpusim.chip..")
        .layer("workload")
        .definedBy("org.rpusim.workload..")
        .layer("report")
        .definedBy("org.rpusim.report..")
        .whereLayer("report")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("workload")
        .mayOnlyBeAccessedByLayers("report")
        .whereLayer("chip")
        .mayOnlyBeAccessedByLayers("workload", "report");
  }

  /** No package uses, by whatever way round, one that uses it. */
  static ArchRule noPackageCycles() {
    return slices().matching("org.rpusim.(**)").should().beFreeOfCycles();
  }

  /** Draws are counter-based, from org.rpusim.core.random. */
  static ArchRule noOtherRandomNumbers(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .areAssignableTo("java.util.random.RandomGenerator")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(java.util.Collections.class, "shuffle", java.util.List.class);
  }

  /** What a model does depends on simulated time alone. */
  static ArchRule noWallClock(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethodWhere(
            target(nameMatching("now|system.*")).and(target(owner(nameMatching(CLOCKS)))))
        .orShould()
        .callConstructor(java.util.Date.class);
  }

  /** What there is to say is returned, thrown or told to a listener. */
  static ArchRule noPrinting(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(
            target(nameMatching("printStackTrace"))
                .and(target(owner(assignableTo(Throwable.class)))))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.IO");
  }

  /** The same bits on every machine. */
  static ArchRule noInexactMath(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethodWhere(
            target(nameMatching(INEXACT)).and(target(owner(assignableTo(Math.class)))));
  }
}

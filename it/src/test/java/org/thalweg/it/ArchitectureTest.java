package org.thalweg.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of ARCHITECTURE.md, as rules. */
class ArchitectureTest {
  private static final String ROOT = "org.thalweg";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // Written by JMH at compile time.
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .importPackages(ROOT);

  @Test
  void everyPackageIsInTheTable() {
    Set<String> packages = new TreeSet<>();
    OURS.forEach(type -> packages.add(type.getPackageName().substring(ROOT.length() + 1)));
    assertThat(packages).isSubsetOf(PackageTable.allowed().keySet());
  }

  @TestFactory
  Stream<DynamicTest> packagesUseOnlyWhatTheTableAllows() {
    return PackageTable.allowed().entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(), () -> usesOnly(row.getKey(), row.getValue())));
  }

  private void usesOnly(String name, Set<String> allowed) {
    String[] packages =
        Stream.concat(Stream.of(name), allowed.stream())
            .map(other -> ROOT + "." + other)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(resideOutsideOfPackages(packages)))
        .because("ARCHITECTURE.md lets " + name + " use only " + allowed)
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void onlyTorchSeesLibtorch() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".torch..", ROOT + ".bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(OURS);
  }

  @Test
  void onlyTheCommandLineSeesPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "me.tongfei..")
        .check(OURS);
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".bench..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(OURS);
  }

  @Test
  void randomnessIsSeeded() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".random.RandomStream")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)"
                + "|org\\.hipparchus\\.random\\..*")
        .orShould()
        .callMethod(Math.class, "random")
        .check(OURS);
  }

  @Test
  void resultsAreValues() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + ".result", ROOT + ".provenance")
        .and()
        .arePublic()
        .should(beValues())
        .check(OURS);
  }

  @Test
  void thereIsNoMutableStaticState() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(resideInAnyPackage(ROOT + ".."))
        .should()
        .beFinal()
        .check(OURS);
  }

  private static ArchCondition<JavaClass> beValues() {
    return new ArchCondition<>("be records, enums, interfaces or final classes with final fields") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean value =
            type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || (type.getModifiers().contains(JavaModifier.FINAL)
                    && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)));
        if (!value) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is not a value"));
        }
      }
    };
  }
}

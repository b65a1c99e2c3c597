package dev.kmslint;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** The floors of the house: a package may use the packages below it, never one above. */
@AnalyzeClasses(packages = "dev.kmslint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Ground floor first. */
  private static final List<String> FLOORS =
      List.of(
          "source", "catalog", "policy", "intake", "access", "share", "pair", "lint", "config",
          "report", "run");

  private static final String ENGINE = "dev.kmslint.access.exact";

  @ArchTest
  static void everyPackageIsAFloor(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass one : classes) {
      found.add(floorOf(one.getPackageName()));
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(FLOORS);
  }

  @ArchTest
  static void noFloorUsesAFloorAboveIt(JavaClasses classes) {
    for (int i = 0; i < FLOORS.size() - 1; i++) {
      String[] above = new String[FLOORS.size() - i - 1];
      for (int j = 0; j < above.length; j++) {
        above[j] = packagesOf(FLOORS.get(i + 1 + j));
      }
      noClasses()
          .that()
          .resideInAPackage(packagesOf(FLOORS.get(i)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(above))
          .because("a floor knows nothing of the floors above it")
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule noClassesOfTheEngineUseEachOther =
      slices()
          .assignedFrom(new TopLevelClassesOf(ENGINE))
          .should()
          .beFreeOfCycles()
          .because("the engine reads from the bottom up, class by class");

  /** Each class by itself, with the classes inside it. */
  private record TopLevelClassesOf(String packageName) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass item) {
      if (!(item.getPackageName() + '.').startsWith(packageName + '.')) {
        return SliceIdentifier.ignore();
      }
      int inner = item.getName().indexOf('$');
      return SliceIdentifier.of(inner < 0 ? item.getName() : item.getName().substring(0, inner));
    }

    @Override
    public String getDescription() {
      return "the classes of " + packageName;
    }
  }

  /** The packages below the engine's, the lowest first. */
  private static final List<String> STEPS = List.of("atom", "term", "box", "search");

  @ArchTest
  static void noStepOfTheEngineUsesAStepAfterIt(JavaClasses classes) {
    for (int i = 0; i < STEPS.size(); i++) {
      List<String> after = new ArrayList<>(List.of(ENGINE));
      STEPS.subList(i + 1, STEPS.size()).forEach(step -> after.add(ENGINE + "." + step));
      noClasses()
          .that()
          .resideInAPackage(ENGINE + "." + STEPS.get(i))
          .should()
          .dependOnClassesThat(resideInAnyPackage(after.toArray(new String[0])))
          .because("the engine reads from the bottom up, package by package")
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule theStepsOfTheEngineServeItAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage(ENGINE + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ENGINE + ".*..");

  @ArchTest
  static final ArchRule coreKnowsNoFrontEnd =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "picocli..", "org.apache.maven..", "dev.kmslint.rules..", "dev.kmslint.cli..");

  @ArchTest
  static final ArchRule databindServesTheConfigurationOnly =
      noClasses()
          .that(areOutside("config"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson.databind..")
          .because("it loads over a thousand classes; policies are read by the streaming parser");

  @ArchTest
  static final ArchRule schemaValidatorServesTheConfigurationOnly =
      noClasses()
          .that(areOutside("config"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.networknt..")
          .because("a schema explains what the readers have found to be misshapen");

  @ArchTest
  static final ArchRule yamlIsReadInOnePlace =
      noClasses()
          .that(areOutside("source"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..")
          .because("everything else works on Node, whatever the text was");

  @ArchTest
  static final ArchRule nothingIsReflected =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")
          .because("a closed world starts fast and can become a native image");

  @ArchTest
  static final ArchRule noStaticStateChanges =
      fields().that().areStatic().should().beFinal().allowEmptyShould(true);

  @ArchTest static final ArchRule coreDoesNotPrint = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(liveInANullMarkedPackage());

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package with a @NullMarked package-info") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is unmarked"));
      }
    };
  }

  private static DescribedPredicate<JavaClass> areOutside(String floor) {
    return DescribedPredicate.not(resideInAPackage(packagesOf(floor)));
  }

  private static String packagesOf(String floor) {
    return "dev.kmslint." + floor + "..";
  }

  private static String floorOf(String packageName) {
    String inside = packageName.substring("dev.kmslint".length());
    int end = inside.indexOf('.', 1);
    return inside.isEmpty() ? "" : inside.substring(1, end < 0 ? inside.length() : end);
  }
}

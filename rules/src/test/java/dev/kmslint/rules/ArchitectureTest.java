package dev.kmslint.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** What a rule may know. */
@AnalyzeClasses(
    packages = "dev.kmslint.rules",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule rulesKnowNothingAboveThem =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kmslint.config..",
              "dev.kmslint.report..",
              "dev.kmslint.run..",
              "dev.kmslint.cli..",
              "dev.kmslint.access.exact.*..")
          .because("a rule asks the engine and finds; others choose, write and run");

  @ArchTest
  static final ArchRule rulesWorkOnTheModel =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.kmslint.rules.RulePages")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tools.jackson..",
              "com.networknt..",
              "org.snakeyaml..",
              "picocli..",
              "org.apache.maven..",
              "java.lang.reflect..",
              "java.io..",
              "java.nio.file..")
          .because("a rule is a pure function of a policy or of the result of a share");

  @ArchTest
  static final ArchRule noStaticStateChanges =
      fields().that().areStatic().should().beFinal().allowEmptyShould(true);

  @ArchTest static final ArchRule rulesDoNotPrint = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    for (JavaClass one : classes) {
      assertThat(one.getPackage().isAnnotatedWith(NullMarked.class))
          .as("%s has a @NullMarked package-info", one.getPackageName())
          .isTrue();
    }
  }
}

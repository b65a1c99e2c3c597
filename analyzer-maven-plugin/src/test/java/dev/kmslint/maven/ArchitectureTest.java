package dev.kmslint.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the Maven plugin may know. */
@AnalyzeClasses(
    packages = "dev.kmslint.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule parsersStayInCore =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tools.jackson..", "com.networknt..", "org.snakeyaml..", "dev.kmslint.cli..")
          .because("the plugin hands on what Maven knows, and no more");

  @ArchTest
  static final ArchRule noStaticStateChanges = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule everythingGoesToMavensLog = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}

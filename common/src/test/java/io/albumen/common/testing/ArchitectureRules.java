package io.albumen.common.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The architecture every service keeps; each service's ArchitectureTest runs it on its root. */
public final class ArchitectureRules {
  private static final List<Class<? extends Annotation>> POLICIES =
      List.of(Authenticated.class, RolesAllowed.class, PermitAll.class, DenyAll.class);
  private static final String ADAPTER = "(Dynamo|S3|Sqs|Ses|Cognito|EventBridge|Aws)\\w*";

  private ArchitectureRules() {}

  /**
   * @param root the service's package, as {@code io.albumen.photo}
   */
  public static void check(String root) {
    var imported =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    featuresAreAcyclic(root, imported);
    resourcesSkipNoLayer(imported);
    awsStaysInAdapters(imported);
    everyEndpointDeclaresWhoMayCallIt(imported);
    nothingIsInjectedIntoFields(imported);
    servicesDoNotKnowEachOther(root, imported);
  }

  private static void featuresAreAcyclic(String root, JavaClasses imported) {
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(imported);
  }

  private static void resourcesSkipNoLayer(JavaClasses imported) {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void awsStaysInAdapters(JavaClasses imported) {
    classes()
        .that(
            new DescribedPredicate<JavaClass>("use the AWS SDK") {
              @Override
              public boolean test(JavaClass type) {
                return type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(to -> to.getTargetClass().getName().startsWith("software.amazon."));
              }
            })
        .should(
            new ArchCondition<JavaClass>("be adapters named by technology, or live in runtime") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                var fits =
                    outermost(type).getSimpleName().matches(ADAPTER)
                        || type.getPackageName().contains(".runtime");
                events.add(new SimpleConditionEvent(type, fits, type.getName()));
              }
            })
        .allowEmptyShould(true)
        .check(imported);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
  }

  private static void everyEndpointDeclaresWhoMayCallIt(JavaClasses imported) {
    classes()
        .should(
            new ArchCondition<JavaClass>("declare a policy on every endpoint") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                    .filter(ArchitectureRules::isEndpoint)
                    .forEach(
                        method ->
                            events.add(
                                new SimpleConditionEvent(
                                    method,
                                    declaresPolicy(method) || declaresPolicy(type),
                                    method.getFullName())));
              }
            })
        .check(imported);
  }

  private static boolean isEndpoint(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
  }

  private static boolean declaresPolicy(CanBeAnnotated declaration) {
    return POLICIES.stream().anyMatch(declaration::isAnnotatedWith);
  }

  private static void nothingIsInjectedIntoFields(JavaClasses imported) {
    fields()
        .should()
        .notBeAnnotatedWith(Inject.class)
        .andShould()
        .notBeAnnotatedWith(ConfigProperty.class)
        .allowEmptyShould(true)
        .check(imported);
  }

  private static void servicesDoNotKnowEachOther(String root, JavaClasses imported) {
    var others =
        List.of("auth", "photo", "video", "notification", "gateway", "local").stream()
            .map("io.albumen.%s"::formatted)
            .filter(name -> !name.equals(root))
            .map("%s.."::formatted)
            .toArray(String[]::new);
    noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(imported);
  }
}

// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

class ArchitectureTest {

    private static final String BASE = "org.nofaultbench.benchmarks";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.nofaultbench");

    private static final JavaClasses OWN = CLASSES.that(DescribedPredicate.describe(
            "are the module's own", c -> c.getPackageName().startsWith(BASE)
                    && !c.getPackageName().contains("jmh_generated")));

    @Test
    void ofReportsOnlyTheModelAndTheStatisticsAreUsed() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are reports beyond model and stats", c ->
                        c.getPackageName().startsWith("org.nofaultbench.reports")
                                && !c.getPackageName().startsWith("org.nofaultbench.reports.model")
                                && !c.getPackageName().startsWith("org.nofaultbench.reports.stats")))
                .check(OWN);
    }

    @Test
    void whatRunsInAForkKnowsNothingOfTheRunner() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli").definedBy(BASE + ".cli")
                .layer("run").definedBy(BASE + ".run")
                .layer("verify").definedBy(BASE + ".verify")
                .layer("pair").definedBy(BASE + ".pair")
                .layer("machine").definedBy(BASE + ".machine")
                .layer("plan").definedBy(BASE + ".plan")
                .layer("strategy").definedBy(BASE + ".strategy")
                .layer("jmh").definedBy(BASE + ".jmh")
                .whereLayer("run").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("verify").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("pair").mayOnlyBeAccessedByLayers("cli", "run")
                .whereLayer("machine").mayOnlyBeAccessedByLayers("cli", "run", "verify")
                .whereLayer("plan").mayOnlyBeAccessedByLayers("cli", "run", "jmh")
                .whereLayer("strategy").mayNotAccessAnyLayer()
                .check(OWN);
    }

    @Test
    void parametersOfBenchmarksAreSetByJmhAlone() {
        fields().that().areAnnotatedWith(Param.class).should(new ArchCondition<JavaField>("never be assigned by us") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                for (JavaAccess<?> access : field.getAccessesToSelf()) {
                    boolean assigned = access.getDescription().contains("sets field");
                    boolean byJmh = access.getOriginOwner().getPackageName().contains("jmh_generated");
                    if (assigned && !byJmh) {
                        events.add(SimpleConditionEvent.violated(field, access.getDescription()));
                    }
                }
            }
        }).check(CLASSES);
    }

    @Test
    void nothingIsSetUpForEachInvocation() {
        methods()
                .should(new ArchCondition<JavaMethod>("not be set up or torn down at Level.Invocation") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean setUp = method.isAnnotatedWith(Setup.class)
                                && method.getAnnotationOfType(Setup.class).value() == Level.Invocation;
                        boolean tornDown = method.isAnnotatedWith(TearDown.class)
                                && method.getAnnotationOfType(TearDown.class).value() == Level.Invocation;
                        if (setUp || tornDown) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .check(OWN);
    }

    @Test
    void onlyTheEntryPointEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(OWN);
        classes().that().haveSimpleName("Main").should().bePublic().check(OWN);
    }
}

// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
            "are the module's own",
            type -> type.getPackageName().startsWith(BASE)
                    && !type.getPackageName().contains("jmh_generated")));

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.nofaultbench.benchmarks.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OWN);
    }

    /** Each package of this module with those that may use it. */
    @Test
    void packagesDependOnOneAnotherAsDescribed() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("main")
                .definedBy(BASE)
                .layer("cli")
                .definedBy(BASE + ".cli")
                .layer("run")
                .definedBy(BASE + ".run")
                .layer("verify")
                .definedBy(BASE + ".verify")
                .layer("trial")
                .definedBy(BASE + ".trial")
                .layer("pair")
                .definedBy(BASE + ".pair")
                .layer("machine")
                .definedBy(BASE + ".machine")
                .layer("jmh")
                .definedBy(BASE + ".jmh")
                .layer("plan")
                .definedBy(BASE + ".plan")
                .layer("strategy")
                .definedBy(BASE + ".strategy")
                .layer("process")
                .definedBy(BASE + ".process")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("verify")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("trial")
                .mayOnlyBeAccessedByLayers("verify")
                .whereLayer("pair")
                .mayOnlyBeAccessedByLayers("cli", "run")
                .whereLayer("machine")
                .mayOnlyBeAccessedByLayers("cli", "run", "verify")
                .whereLayer("jmh")
                .mayOnlyBeAccessedByLayers("cli", "run")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("cli", "run", "pair", "jmh")
                .whereLayer("strategy")
                .mayOnlyBeAccessedByLayers("cli", "run", "verify", "trial", "jmh")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("cli", "pair", "run", "verify", "trial")
                .whereLayer("plan")
                .mayNotAccessAnyLayer()
                .whereLayer("strategy")
                .mayNotAccessAnyLayer()
                .whereLayer("machine")
                .mayNotAccessAnyLayer()
                .whereLayer("process")
                .mayNotAccessAnyLayer()
                .check(OWN);
    }

    /** The runner writes result files; what reports make of them is the command line's affair. */
    @Test
    void onlyTheCommandLineReports() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "..")
                .and()
                .resideOutsideOfPackage(BASE + ".cli")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are reports beyond model, stats and analysis",
                        type -> type.getPackageName().startsWith("org.nofaultbench.reports")
                                && !type.getPackageName()
                                        .matches("org\\.nofaultbench\\.reports\\.(model|stats|analysis)(\\..*)?")))
                .check(OWN);
    }

    @Test
    void parametersOfBenchmarksAreSetByJmhAlone() {
        fields().that()
                .areAnnotatedWith(Param.class)
                .should(new ArchCondition<JavaField>("never be assigned by us") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        for (JavaAccess<?> access : field.getAccessesToSelf()) {
                            boolean assigned = access.getDescription().contains("sets field");
                            boolean byJmh =
                                    access.getOriginOwner().getPackageName().contains("jmh_generated");
                            if (assigned && !byJmh) {
                                events.add(SimpleConditionEvent.violated(field, access.getDescription()));
                            }
                        }
                    }
                })
                .check(CLASSES);
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

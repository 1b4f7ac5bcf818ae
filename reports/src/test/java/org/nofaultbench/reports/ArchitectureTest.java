// SPDX-License-Identifier: MIT
package org.nofaultbench.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Results must stay readable for ever, so reports depends on the result files and on nothing else of the project. */
class ArchitectureTest {

    private static final String ROOT = "org.nofaultbench.reports";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.nofaultbench");

    @Test
    void dependsDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy(ROOT + ".model..")
                .layer("stats")
                .definedBy(ROOT + ".stats..")
                .layer("analysis")
                .definedBy(ROOT + ".analysis..")
                .layer("document")
                .definedBy(ROOT + ".document..")
                .layer("render")
                .definedBy(ROOT + ".render..")
                .layer("cli")
                .definedBy(ROOT + ".cli..")
                .layer("report")
                .definedBy(ROOT + ".report..")
                .layer("advice")
                .definedBy(ROOT + ".advice..")
                .layer("evidence")
                .definedBy(ROOT + ".evidence..")
                .layer("input")
                .definedBy(ROOT + ".input..")
                .layer("compare")
                .definedBy(ROOT + ".compare..")
                .layer("history")
                .definedBy(ROOT + ".history..")
                .layer("entry")
                .definedBy(ROOT)
                .whereLayer("model")
                .mayOnlyAccessLayers("stats")
                .whereLayer("stats")
                .mayNotAccessAnyLayer()
                .whereLayer("analysis")
                .mayOnlyAccessLayers("model", "stats")
                .whereLayer("document")
                .mayOnlyAccessLayers("model", "stats", "analysis")
                .whereLayer("render")
                .mayOnlyAccessLayers("model", "stats", "analysis", "document")
                .whereLayer("cli")
                .mayOnlyAccessLayers("model", "stats", "analysis")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("advice", "evidence", "entry")
                .whereLayer("advice")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("input")
                .mayOnlyAccessLayers("model", "stats")
                .whereLayer("compare")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .check(classes);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void knowsNothingElseOfTheProject() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nofaultbench.nativelib..", "org.nofaultbench.benchmarks..")
                .check(classes);
    }

    @Test
    void drawsInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".render.svg..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..", "java.awt..")
                .check(classes);
    }
}

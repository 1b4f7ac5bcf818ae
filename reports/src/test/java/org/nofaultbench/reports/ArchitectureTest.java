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
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("model").definedBy(ROOT + ".model..")
                .layer("stats").definedBy(ROOT + ".stats..")
                .layer("analysis").definedBy(ROOT + ".analysis..")
                .layer("history").definedBy(ROOT + ".history..")
                .layer("simulation").definedBy(ROOT + ".simulation..")
                .layer("section").definedBy(ROOT + ".section..")
                .layer("render").definedBy(ROOT + ".render..")
                .layer("cli").definedBy(ROOT + ".cli..")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("render").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("section").mayOnlyBeAccessedByLayers("render", "cli")
                .whereLayer("history").mayOnlyBeAccessedByLayers("render", "cli")
                .whereLayer("analysis").mayOnlyBeAccessedByLayers("history", "section", "render", "cli")
                .whereLayer("simulation").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("simulation").mayOnlyAccessLayers("stats")
                .whereLayer("stats").mayNotAccessAnyLayer()
                .whereLayer("model").mayNotAccessAnyLayer()
                .check(classes);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void knowsNothingElseOfTheProject() {
        noClasses().that().resideInAPackage(ROOT + "..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.nofaultbench.nativelib..", "org.nofaultbench.benchmarks..")
                .check(classes);
    }

    /** benchmarks imports these two and must not inherit what draws. */
    @Test
    void keepsModelAndStatsFreeOfOptionalLibraries() {
        noClasses().that().resideInAnyPackage(ROOT + ".model..", ROOT + ".stats..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..", "com.github.mustachejava..", "picocli..",
                        "org.HdrHistogram..", "java.awt..")
                .check(classes);
    }

    @Test
    void drawsInOnePackageOnly() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".render.svg..")
                .should().dependOnClassesThat().resideInAnyPackage("org.jfree..", "org.apache.batik..", "java.awt..")
                .check(classes);
    }
}

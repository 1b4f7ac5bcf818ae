// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The store is one package on top of reports, which Maven builds first; the Spark job has all of it but the engine. */
class StoreDependenciesTest {

    private static final String STORE = "org.nofaultbench.store..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.nofaultbench.store");

    @Test
    void dependsOnReportsOnly() {
        classes()
                .that()
                .resideInAPackage(STORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        STORE,
                        "org.nofaultbench.reports..",
                        "java..",
                        "org.duckdb..",
                        "picocli..",
                        "com.fasterxml.jackson..",
                        "io.soabase.recordbuilder..")
                .check(classes);
    }

    @Test
    void callsTheEngineFromOneClass() {
        noClasses()
                .that()
                .resideInAPackage(STORE)
                .and()
                .doNotHaveSimpleName("DuckDb")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(classes);
    }
}

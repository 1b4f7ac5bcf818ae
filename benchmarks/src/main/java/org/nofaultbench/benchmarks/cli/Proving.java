// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.nofaultbench.benchmarks.verify.Findings;
import org.nofaultbench.benchmarks.verify.Output;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.benchmarks.verify.Selection;
import org.nofaultbench.reports.model.StoredProof;

/** The proof that a run embeds, in one line of output. */
final class Proving {

    private final Prover prover;
    private final PrintStream out;
    private final boolean terminal;

    Proving(Prover prover, PrintStream out, boolean terminal) {
        this.prover = prover;
        this.out = out;
        this.terminal = terminal;
    }

    /** The stored one, if any. */
    Optional<StoredProof> stored() {
        return prover.stored();
    }

    /** The stored one, or else the one that a verification stores. A verification that fails stops no run: the run says so. */
    Optional<StoredProof> ifNeeded() {
        Optional<StoredProof> stored = prover.storedAndWhole();
        if (stored.isPresent()) {
            say(new Findings(stored.get()), prover.file());
            return stored;
        }
        Prover.Outcome outcome = prover.prove(
                Selection.everything(), "java -jar benchmarks/target/benchmarks.jar verify", Output.quiet(out, terminal));
        outcome.failure().ifPresentOrElse(
                failure -> out.println("verify: nothing is proven: " + failure),
                () -> say(outcome.findings(), outcome.stored()));
        return outcome.stored().flatMap(file -> prover.stored());
    }

    private void say(Findings findings, Optional<Path> file) {
        String where = file.map(path -> path.getParent().getFileName() + "/" + path.getFileName())
                .orElse("not stored, because this kernel shows no build id");
        out.println("verify: " + findings.summary() + " (" + where + ")");
    }
}

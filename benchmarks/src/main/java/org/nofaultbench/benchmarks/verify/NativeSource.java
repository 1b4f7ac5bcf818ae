// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;

/** The C program {@code nofault-verify}: the strategies of the native registry, each case in a forked child. */
final class NativeSource implements PropertySource {

    private static final int BAD_ARGUMENTS = 2;
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final Path program;
    private final Set<String> strategies;
    private final Set<String> properties;
    private final Set<String> seen = new HashSet<>();
    private final List<String> notesBeforePlan = new ArrayList<>();
    private ChildProcess child;
    private int planned;

    NativeSource(NofaultLibrary library) {
        this.program = library.verifyProgram();
        this.strategies = library.strategies().stream()
                .map(StrategyInfo::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // A C program cannot say what becomes of a JVM.
        this.properties = Arrays.stream(Trait.values())
                .filter(trait -> trait.isProperty() && trait != Trait.CRASHES_JVM_OF_REAL_BUG)
                .map(Trait::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<String> strategies() {
        return strategies;
    }

    @Override
    public Set<String> properties() {
        return properties;
    }

    @Override
    public int open(Selection wanted) throws IOException {
        Optional<Selection> own = wanted.partOf(this);
        if (own.isEmpty()) {
            return 0;
        }
        child = ChildProcess.start(command(own.get()), NO_LIMIT);
        planned = plan();
        return planned;
    }

    private List<String> command(Selection wanted) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        wanted.strategies().forEach(strategy -> command.addAll(List.of("--strategy", strategy)));
        wanted.properties().forEach(property -> command.addAll(List.of("--property", property)));
        command.addAll(List.of("--recoveries", Integer.toString(wanted.recoveries())));
        return command;
    }

    private int plan() throws IOException {
        Optional<String> line;
        while ((line = child.nextLine()).isPresent()) {
            KtapLine text = KtapLine.parse(line.get());
            OptionalInt plan = text.plan();
            if (plan.isPresent()) {
                return plan.getAsInt();
            } else if (!text.isVersion()) {
                notesBeforePlan.add(text.note());
            }
        }
        throw stopped();
    }

    @Override
    public void run(Listener listener) throws IOException {
        notesBeforePlan.forEach(listener::note);
        Optional<String> line;
        while (child != null && (line = child.nextLine()).isPresent()) {
            tell(KtapLine.parse(line.get()), listener);
        }
        if (seen.size() != planned) {
            throw stopped();
        }
    }

    private void tell(KtapLine line, Listener listener) throws IOException {
        if (!line.isResult()) {
            listener.note(line.note());
            return;
        }
        CaseResult result = line.result().orElseThrow(() -> nonsense("its output cannot be understood", line));
        if (!seen.add(result.strategy() + " " + result.property())) {
            throw nonsense("it answered twice", line);
        }
        listener.finished(result);
    }

    private static IOException nonsense(String what, KtapLine line) {
        return new IOException("nofault-verify is broken, " + what + ": line=" + line.text() + "; please report it");
    }

    /** Refused arguments are the user's; any other end before the last case is a failure. */
    private IOException stopped() throws IOException {
        if (child.status() == BAD_ARGUMENTS && planned == 0) {
            throw new UserError(
                    child.firstErrorLine().orElse("nofault-verify refused its arguments: status=2; --help shows them"));
        }
        return new IOException(
                "nofault-verify ended in the middle: " + child.end() + ", finished=" + seen.size() + ", of=" + planned
                        + child.firstErrorLine().map(line -> ", said=" + line).orElse("") + "; run `verify` again");
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}

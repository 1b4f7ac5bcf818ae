// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.benchmarks.trial.CaseResult;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;

/** The C program {@code nofault-verify}: the strategies of the native registry, each case in a forked child. It prints KTAP. */
final class NativeSource implements PropertySource {

    private static final int BAD_ARGUMENTS = 2;
    private static final Duration NO_LIMIT = Duration.ofDays(365);
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d{1,6})");

    private final NofaultLibrary library;
    private final Set<String> seen = new HashSet<>();
    private final List<String> notesBeforePlan = new ArrayList<>();
    private ChildProcess child;
    private int planned;

    NativeSource(NofaultLibrary library) {
        this.library = library;
    }

    @Override
    public List<String> strategies() {
        return library.strategies().stream().map(StrategyInfo::id).toList();
    }

    /** A C program cannot say what becomes of a JVM. */
    @Override
    public List<String> properties() {
        return Trait.properties().stream()
                .filter(trait -> trait != Trait.CRASHES_JVM_OF_REAL_BUG)
                .map(Trait::id)
                .toList();
    }

    @Override
    public int open(Selection wanted) throws IOException {
        Optional<Selection> own = wanted.partOf(this);
        if (own.isPresent()) {
            child = ChildProcess.start(command(own.get()), NO_LIMIT);
            planned = plan();
        }
        return planned;
    }

    private List<String> command(Selection wanted) {
        List<String> command = new ArrayList<>(
                List.of(library.program(NativeFiles.Program.VERIFY).toString()));
        wanted.strategies().forEach(strategy -> command.addAll(List.of("--strategy", strategy)));
        wanted.properties().forEach(property -> command.addAll(List.of("--property", property)));
        command.addAll(List.of("--recoveries", Integer.toString(wanted.recoveries())));
        return command;
    }

    private int plan() throws IOException {
        Optional<String> line;
        while ((line = nextLine()).isPresent()) {
            Matcher plan = PLAN.matcher(line.get());
            if (plan.matches()) {
                return Integer.parseInt(plan.group(1));
            } else if (!line.get().startsWith("KTAP version ")) {
                notesBeforePlan.add(note(line.get()));
            }
        }
        throw stopped();
    }

    @Override
    public void run(Listener listener) throws IOException {
        notesBeforePlan.forEach(listener::note);
        Optional<String> line;
        while (child != null && (line = nextLine()).isPresent()) {
            tell(line.get(), listener);
        }
        if (seen.size() != planned) {
            throw stopped();
        }
    }

    /** Without control characters. */
    private Optional<String> nextLine() throws IOException {
        return child.nextLine().map(line -> line.replaceAll("\\p{Cntrl}", "?"));
    }

    private void tell(String line, Listener listener) throws IOException {
        if (!line.startsWith("ok ") && !line.startsWith("not ok ")) {
            listener.note(note(line));
            return;
        }
        CaseResult result = CaseResult.parse(line).orElseThrow(() -> nonsense("its output cannot be understood", line));
        if (!seen.add(result.strategy() + " " + result.property())) {
            throw nonsense("it answered twice", line);
        }
        listener.finished(result);
    }

    /** The text of a diagnostic, without its mark. */
    private static String note(String line) {
        return line.startsWith("#") ? line.substring(1).strip() : line;
    }

    private static IOException nonsense(String what, String line) {
        return new IOException("nofault-verify is broken, " + what + ": line=" + line + "; please report it");
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

// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.nativelib.UnusableLibraryException;
import org.nofaultbench.reports.ReportCli;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
        name = "benchmarks.jar",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what it costs to read a client's shared memory.",
            "Reads a run as reports.jar does: html, text, advise, lkml, compare, history.",
            "Every command line that begins with none of these commands is JMH's: -h shows its options."
        })
public final class SuiteCommand implements Runnable {

    /** The commands of reports.jar, which this jar holds. */
    public static final Set<String> REPORTS = Set.of("html", "text", "advise", "lkml", "compare", "history");

    private SuiteCommand() {}

    public static int report(String[] arguments, PrintStream out, PrintStream err) {
        // Charts are drawn into a file; a display, even a broken one, must not matter.
        System.setProperty("java.awt.headless", "true");
        return ReportCli.run(arguments, out, err);
    }

    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return commandLine(arguments, out, err).execute(arguments);
    }

    static CommandLine commandLine(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new SuiteCommand())
                .addSubcommand(new RunCommand(out))
                .addSubcommand(new PairCommand(out, Terminal.isStandardOutput(), List.of(arguments)))
                .addSubcommand(new CountCommand(out))
                .addSubcommand(new VerifyCommand(out, err))
                .addSubcommand(new ListCommand(out))
                .addSubcommand(new DoctorCommand(out))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((exception, command, result) -> fail(exception, err))
                .setParameterExceptionHandler((exception, given) -> {
                    err.println(exception.getMessage().lines().findFirst().orElse("") + hint(exception));
                    return CommandLine.ExitCode.USAGE;
                });
        String version = SuiteCommand.class.getPackage().getImplementationVersion();
        line.getCommandSpec().version("nofault-bench " + (version == null ? "(not packaged)" : version));
        line.getSubcommands().values().forEach(command -> command.setUsageHelpAutoWidth(true));
        return line;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private static String hint(CommandLine.ParameterException exception) {
        List<String> suggestions =
                exception instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return suggestions.isEmpty() ? "; --help shows what there is" : "; nearest: " + suggestions;
    }

    /** Says in one line what was thrown. 2 for what the user can mend, 125 where two builds could not be compared, 1 for the rest. */
    public static int fail(Throwable exception, PrintStream err) {
        err.println(oneLine(exception));
        if (exception instanceof UserError error) {
            return error.status();
        }
        return exception instanceof InputException || exception instanceof UnusableLibraryException
                ? CommandLine.ExitCode.USAGE
                : CommandLine.ExitCode.SOFTWARE;
    }

    private static String oneLine(Throwable exception) {
        String message = exception.getMessage();
        if (exception instanceof FileSystemException failed) {
            return "cannot use a file: file=" + failed.getFile() + ", " + Detail.reason(failed)
                    + "; free space there, or name another folder";
        }
        if (message == null || message.isBlank()) {
            return "internal error: type=" + exception.getClass().getName() + "; please report it";
        }
        String line = message.lines().findFirst().orElseThrow();
        // The suite's own messages have name=value; this is what the system said.
        return exception instanceof IOException && !line.contains("=")
                ? "cannot read or write: reason=" + line + "; free space, or name another folder"
                : line;
    }
}

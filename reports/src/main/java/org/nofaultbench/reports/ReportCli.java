// SPDX-License-Identifier: MIT
package org.nofaultbench.reports;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nofaultbench.reports.advice.AdviseCommand;
import org.nofaultbench.reports.compare.CompareCommand;
import org.nofaultbench.reports.evidence.LkmlCommand;
import org.nofaultbench.reports.history.HistoryCommand;
import org.nofaultbench.reports.input.StoreProvider;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.report.ChartCommand;
import org.nofaultbench.reports.report.HtmlCommand;
import org.nofaultbench.reports.report.TextCommand;
import org.nofaultbench.reports.stats.BetweenForks;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program behind {@code reports.jar}. */
@Command(
        name = "reports",
        description = "Renders a run of nofault-bench.",
        mixinStandardHelpOptions = true,
        version = "nofault-bench reports, result format 1")
public final class ReportCli {

    static final int BAD_INPUT = 2;
    private static final String STORE = "--store";

    ReportCli() {}

    /** Where the JVM enters. */
    public static void main(String[] args) {
        // Charts are drawn into a file; a display, even a broken one, must not matter.
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** Runs one command line and returns the exit code: 0, or 2 for bad input. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine cli = new CommandLine(new ReportCli());
        List<Object> ofStore = ServiceLoader.load(StoreProvider.class).stream()
                .flatMap(provider -> provider.get().commands().stream())
                .toList();
        boolean isOfStore = Stream.of(args).anyMatch(word -> word.equals(STORE) || word.startsWith(STORE + "="));
        Map<String, Object> commands = new LinkedHashMap<>();
        ofReports().forEach(command -> commands.put(name(command), command));
        ofStore.forEach(command -> commands.merge(name(command), command, (own, other) -> isOfStore ? other : own));
        // To look at the options of every command takes longer than many a command does.
        boolean isNamed = args.length > 0 && commands.containsKey(args[0]);
        (isNamed ? Set.of(args[0]) : commands.keySet()).forEach(name -> cli.addSubcommand(name, commands.get(name)));
        ofStore.forEach(command -> {
            String name = name(command);
            CommandLine known = cli.getSubcommands().get(name);
            if (known != null && commands.get(name) != command) {
                known.getCommandSpec().usageMessage().footer("Of a store: " + name + " --store DIR --help");
            }
        });
        return run(cli, args, out, err);
    }

    private static List<Object> ofReports() {
        return List.of(
                new TextCommand(),
                new LkmlCommand(),
                new AdviseCommand(),
                new ChartCommand(),
                new CompareCommand(),
                new HistoryCommand(),
                new HtmlCommand(AdviseCommand::recommendation));
    }

    private static String name(Object command) {
        return command.getClass().getAnnotation(Command.class).name();
    }

    /** The same for another command or set of commands: what is wrong is said in one line. */
    public static int run(CommandLine cli, String[] args, PrintStream out, PrintStream err) {
        cli.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Margin.class, percentage(Margin::new))
                .registerConverter(BetweenRuns.class, percentage(BetweenRuns::new))
                .registerConverter(BetweenForks.class, percentage(BetweenForks::new))
                .setParameterExceptionHandler((e, given) -> misunderstood(err, e, List.of(given)))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(err, e));
        if (args.length == 0 && !cli.getSubcommands().isEmpty()) {
            return refuse(err, "no command given: known=" + known(cli) + "; try --help");
        }
        return cli.execute(args);
    }

    /** @param constructor throws {@link IllegalArgumentException} where the percentage is out of range */
    private static <T> ITypeConverter<T> percentage(Function<Percent, T> constructor) {
        return text -> {
            try {
                return constructor.apply(Percent.parse(text)
                        .orElseThrow(() ->
                                new TypeConversionException("'" + text + "' is no percentage such as 1% or 0.5%")));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int failed(PrintStream err, Exception e) throws Exception {
        if (e instanceof InputException) {
            return refuse(err, e.getMessage());
        }
        throw e;
    }

    /** To `git bisect run` the status of a misspelled option must not say that every commit is bad. */
    private static int misunderstood(PrintStream err, ParameterException e, List<String> given) {
        refuse(err, wording(e));
        return given.contains("--bisect") ? CompareCommand.END_BISECTION : BAD_INPUT;
    }

    private static String wording(ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()) {
            String given = Printable.brief(unmatched.getUnmatched().get(0));
            return "unknown command: command=" + given + ", known=" + known(command) + "; try --help";
        }
        return "command line not understood: problem=" + Printable.brief(e.getMessage()) + "; try "
                + command.getCommandName() + " --help";
    }

    private static List<String> known(CommandLine cli) {
        return List.copyOf(cli.getSubcommands().keySet());
    }

    private static int refuse(PrintStream err, String line) {
        err.println(line);
        return BAD_INPUT;
    }
}

// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.input.RowKey;
import org.nofaultbench.reports.input.RowSelection;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.input.StoreProvider;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.SourceFile;

/** What a store adds to {@code reports.jar}: commands of its own, and its runs as the base of a comparison. */
public final class StoreInputs implements StoreProvider {

    private static final Pattern LAST = Pattern.compile("last ([1-9]\\d?) of machine (.+)");

    @Override
    public List<Object> commands() {
        return List.of(new AddCommand(), new CompactCommand(), new StoreHistoryCommand(), new GenerateCommand());
    }

    @Override
    public List<RunInput> select(Path store, String base, RowSelection selection) {
        Matcher words = LAST.matcher(base.strip());
        if (!words.matches()) {
            throw new InputException(
                    "base is not understood", "write it as 'last 5 of machine NAME'", Detail.of("base", base));
        }
        StoreFolder folder = new StoreFolder(store).existing();
        try (StoreReader reader = new StoreReader(folder, DuckDb.open(DuckDb.Limits.usual()), Optional.empty())) {
            List<StoredRun> runs = ofMachine(words.group(2), reader);
            int first = Math.max(0, runs.size() - Integer.parseInt(words.group(1)));
            return runs.subList(first, runs.size()).stream()
                    .map(run -> input(run, reader.forks(run), selection))
                    .toList();
        }
    }

    private static List<StoredRun> ofMachine(String name, StoreReader reader) {
        List<StoredRun> own = reader.runs(Optional.of(Pattern.compile("^" + Pattern.quote(name) + "\\z")));
        Set<String> ids = new LinkedHashSet<>();
        own.forEach(run -> ids.add(run.machine()));
        if (ids.size() != 1) {
            Set<String> known = new LinkedHashSet<>();
            (ids.isEmpty() ? reader.runs() : own).forEach(run -> known.add(run.machineName() + " " + run.machine()));
            throw new InputException(
                    ids.isEmpty() ? "store has no run of the machine" : "store has several machines of the name",
                    "name one of the known by its id",
                    Detail.of("machine", name),
                    Detail.of("known", String.join(", ", known)));
        }
        return own;
    }

    private static RunInput input(StoredRun run, List<StoredFork> forks, RowSelection selection) {
        Map<RowKey, List<StoredFork>> found = new LinkedHashMap<>();
        forks.forEach(fork ->
                found.computeIfAbsent(key(fork), key -> new ArrayList<>()).add(fork));
        Map<RowKey, InputRow> rows = new LinkedHashMap<>();
        found.forEach((key, same) -> {
            if (selection.takes(key) && selection.takesMetric(key.metric())) {
                rows.put(key, row(key, same));
            }
        });
        Optional<MachineFacts> machine = Optional.of(run)
                .filter(stored -> !stored.isJmh())
                .map(stored -> MachineFacts.of(stored.parsedEnvironment().orElseThrow(), stored.suite()));
        return new RunInput(run.run(), rows, machine, List.of());
    }

    private static RowKey key(StoredFork fork) {
        return new RowKey(fork.benchmark(), fork.mode(), new TreeMap<>(texts(fork.parameters())), fork.metric());
    }

    private static InputRow row(RowKey key, List<StoredFork> forks) {
        List<String> cautions = new ArrayList<>();
        json(forks.get(0).cautions()).forEach(text -> cautions.add(text.asText()));
        return new InputRow(
                key,
                Optional.empty(),
                new MetricUnit(forks.get(0).unit()),
                forks.stream().map(StoreInputs::samples).toList(),
                Optional.empty(),
                cautions,
                texts(forks.get(0).settings()));
    }

    private static List<Double> samples(StoredFork fork) {
        List<Double> samples = new ArrayList<>();
        json(fork.samples()).forEach(number -> samples.add(number.asDouble()));
        return samples;
    }

    private static Map<String, String> texts(String object) {
        Map<String, String> texts = new TreeMap<>();
        json(object)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static JsonNode json(String text) {
        return Json.parse(new SourceFile(Path.of("row of the store")), 0, text.getBytes(StandardCharsets.UTF_8))
                .tree();
    }
}

// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.history.CommitList;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Printable;

/**
 * The runs of each machine in the order in which its series are read: that of their commits where the list of commits has them,
 * else that of time. It is sent to every worker of a cluster, so that it holds a text once that thousands of runs share.
 */
public final class MachineRuns implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, List<StoredRun>> machines = new LinkedHashMap<>();
    private transient Map<String, Map<String, Integer>> places;
    private transient Map<String, Map<String, String>> facts;

    /** @param commits in the order of their history; those of runs that are not among them are placed by time */
    public MachineRuns(List<StoredRun> runs, CommitList commits) {
        Map<String, String> texts = new HashMap<>();
        runs.forEach(run -> machines.computeIfAbsent(run.machine(), machine -> new ArrayList<>())
                .add(sharing(run, texts)));
        machines.replaceAll((machine, all) -> sorted(all, commits));
    }

    /** A year of a thousand machines has as many texts as they had kernels. */
    private static StoredRun sharing(StoredRun run, Map<String, String> texts) {
        return run.environment() == null
                ? run
                : run.withEnvironment(texts.computeIfAbsent(run.environment(), text -> text));
    }

    private static List<StoredRun> sorted(List<StoredRun> runs, CommitList commits) {
        Comparator<StoredRun> time = Comparator.comparingLong(StoredRun::startedUs);
        List<StoredRun> byTime =
                runs.stream().sorted(time.thenComparing(StoredRun::run)).toList();
        return commits.inOrder(byTime, StoredRun::commit, time);
    }

    /** Ids of the machines, in the order in which they were given. */
    public List<String> machines() {
        return List.copyOf(machines.keySet());
    }

    public List<StoredRun> runs(String machine) {
        return machines.getOrDefault(machine, List.of());
    }

    /** What people call a machine, and its id. */
    String name(String machine) {
        List<StoredRun> runs = runs(machine);
        return Printable.brief(runs.get(runs.size() - 1).machineName()) + " (" + machine + ")";
    }

    StoredRun run(String machine, int place) {
        return runs(machine).get(place);
    }

    /** Place of a run among its machine's, from 0; -1 for a run that is not in the store. */
    synchronized int place(String machine, String run) {
        if (places == null) {
            places = new HashMap<>();
            machines.forEach((id, runs) -> {
                Map<String, Integer> own = new HashMap<>();
                for (int i = 0; i < runs.size(); i++) {
                    own.put(runs.get(i).run(), i);
                }
                places.put(id, own);
            });
        }
        return places.getOrDefault(machine, Map.of()).getOrDefault(run, -1);
    }

    /** Reads the facts of all runs, which a search needs, while it waits for the engine. */
    void readFacts() {
        machines.values().forEach(runs -> runs.forEach(this::facts));
    }

    /** Facts of the machine and the way of measuring, by name. */
    synchronized Map<String, String> facts(StoredRun run) {
        if (facts == null) {
            facts = new HashMap<>();
        }
        return facts.computeIfAbsent(
                String.join("\0", run.instructionSet(), run.preset(), String.valueOf(run.environment())),
                key -> run.parsedEnvironment()
                        .map(environment -> facts(run, environment))
                        .orElse(Map.of()));
    }

    private static Map<String, String> facts(StoredRun run, Environment environment) {
        Map<String, String> facts =
                new TreeMap<>(MachineFacts.of(environment, run.suite()).moving());
        facts.put("preset", run.preset());
        return facts;
    }
}

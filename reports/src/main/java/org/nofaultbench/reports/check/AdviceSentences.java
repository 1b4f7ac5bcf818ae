// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds against the raw samples what the advice says in sentences: whether to copy, what to use first, and what it rests on. */
record AdviceSentences(RawRun run, Choices choices, Sealed sealed, Map<Over, List<Crossover>> crossovers) {

    private static final Pattern FIRST = Pattern.compile("First choice: (\\S+)\\. It keeps up with the fastest in ([0-9]+) of ([0-9]+)"
            + " scenarios and holds ([0-9]+) of ([0-9]+) properties([^.]*)\\.(.*)");
    private static final Pattern CLIENTS = Pattern.compile("With ([0-9.]+)% of the reads from clients that sealed their file, reading"
            + " those through (\\S+) is shown to be faster in ([0-9]+) of ([0-9]+) scenarios; .*");
    private static final String NOTHING =
            "This run recommends nothing: no strategy that a client cannot kill the compositor through has a figure.";
    private static final String LOSES = "Copying loses everywhere, ";
    private static final int FEW = 4;
    private static final double FAR_APART = 20;

    /**
     * What stands at the head.
     *
     * @param sentences whether to copy, then the others
     */
    void head(List<String> sentences, Audit audit) {
        String lead = sentences.isEmpty() ? "" : sentences.get(0);
        Optional<Told> right = lead();
        right.ifPresentOrElse(told -> audit.that(told.fits(lead), "sentence", "whether to copy", lead, told.text()),
                () -> audit.unknown("sentence: " + lead));
        for (String line : sentences) {
            Matcher first = FIRST.matcher(line);
            Matcher clients = CLIENTS.matcher(line);
            if (first.matches()) {
                first(first, audit);
            } else if (clients.matches()) {
                clients(clients, audit);
            }
        }
    }

    /** What stands below the tables. */
    void paragraphs(List<String> lines, Audit audit) {
        if (crossovers.values().stream().flatMap(List::stream).noneMatch(Crossover::isDrawn)) {
            series(lines, LOSES, losses(), audit);
        } else {
            lines.stream().filter(line -> line.startsWith(LOSES)).forEach(line -> audit.unknown("sentence: " + line));
        }
        series(lines, "Between ", gaps(), audit);
    }

    private Optional<Told> lead() {
        Set<Contender> first = choices.first();
        if (first.isEmpty()) {
            return Optional.of(new Told().say(NOTHING));
        }
        return first.size() > 1 ? Optional.empty() : new CopyOrNot(run, first.iterator().next(), crossovers).sentence();
    }

    private void first(Matcher found, Audit audit) {
        Optional<Contender> named = choices.first().stream().filter(who -> who.id().equals(found.group(1))).findFirst();
        audit.that(named.isPresent(), "first choice", "strategy", found.group(1), choices.first().stream().map(Contender::id).toList());
        if (named.isEmpty()) {
            return;
        }
        Contender who = named.get();
        long kept = Long.parseLong(found.group(2));
        audit.that(kept >= choices.leastKeptUp(who) && kept <= choices.mostKeptUp(who), "first choice", "keeps up", found.group(2),
                choices.leastKeptUp(who));
        audit.number("first choice", "scenarios", found.group(3), choices.scenes().size());
        audit.number("first choice", "holds", found.group(4), who.held().size());
        audit.number("first choice", "properties", found.group(5), who.held().size() + who.lost().size());
        String word = run.manifest().path("proof").isObject() ? who.onItsWord().isEmpty() ? ""
                : ", some of what it has to survive on its word" : ", none of them proven on this kernel";
        audit.that(found.group(6).equals(word), "first choice", "proof", found.group(6), word);
        if (choices.scenes().stream().allMatch(scene -> choices.toUse(scene).size() < 2)) {
            audit.that(found.group(7).equals(instead(who)), "first choice", "instead", found.group(7), instead(who));
        } else if (!found.group(7).isEmpty()) {
            audit.unknown("sentence: " + found.group(7).strip());
        }
    }

    private String instead(Contender first) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        choices.scenes().forEach(scene -> choices.toUse(scene).stream().filter(who -> !who.equals(first.id())).forEach(who ->
                others.computeIfAbsent(who, name -> new ArrayList<>()).add(scene.what() + ", " + scene.life())));
        StringBuilder text = new StringBuilder();
        others.forEach((who, where) -> text.append(" Use ").append(who).append(" instead for ")
                .append(String.join("; ", where.subList(0, Math.min(FEW, where.size()))))
                .append(where.size() > FEW ? "; and " + (where.size() - FEW) + " more." : "."));
        return text.toString();
    }

    private void clients(Matcher found, Audit audit) {
        Verdicts<Scene> verdicts = sealed.verdicts(Double.parseDouble(found.group(1)) / 100);
        String client = choices.contenders().stream().filter(Contender::needsClient).map(Contender::id).findFirst().orElse("none");
        audit.that(found.group(2).equals(client), "sealed files", "strategy", found.group(2), client);
        long pays = Long.parseLong(found.group(3));
        audit.that(pays >= verdicts.least("FASTER") && pays <= verdicts.most("FASTER"), "sealed files", "faster in", found.group(3),
                verdicts.least("FASTER"));
        audit.number("sealed files", "scenarios", found.group(4), verdicts.rows());
    }

    /** The paragraphs that begin so, held against those that should stand there, in their order. */
    private static void series(List<String> lines, String start, List<Told> right, Audit audit) {
        List<String> printed = lines.stream().filter(line -> line.startsWith(start)).toList();
        audit.that(printed.size() == right.size(), "sentences", start.strip(), printed.size() + " times", right.size());
        for (int i = 0; i < Math.min(printed.size(), right.size()); i++) {
            audit.that(right.get(i).fits(printed.get(i)), "sentence", start.strip(), printed.get(i), right.get(i).text());
        }
    }

    private List<Told> losses() {
        List<Told> all = new ArrayList<>();
        crossovers.forEach((over, pairs) -> {
            List<Crossover> losing = pairs.stream().filter(Crossover::losesEverywhere).toList();
            losing.stream().min((a, b) -> Double.compare(a.leastRatio(), b.leastRatio())).ifPresent(best -> all.add(new Told()
                    .say(LOSES + "from ").at(over, losing.get(0).low()).say(" to ").at(over, losing.get(0).high())
                    .say(", in ").number(losing.size(), 9).say(losing.size() == 1 ? " pair" : " pairs").say("; at its best a copy takes ")
                    .ratio(best.ratios().get(best.best())).say(" as long.")));
        });
        return all;
    }

    private List<Told> gaps() {
        List<Told> all = new ArrayList<>();
        crossovers.forEach((over, pairs) -> {
            Told told = new Told();
            boolean isEmpty = true;
            for (int i = 1; i < over.spots().size() && over.quantity() != Over.Quantity.READS && !pairs.isEmpty(); i++) {
                double factor = over.spots().get(i).x() / over.spots().get(i - 1).x();
                if (factor > FAR_APART) {
                    told.say((isEmpty ? "" : " ") + "Between " + over.spots().get(i - 1).label() + " and " + over.spots().get(i).label()
                            + " lies a factor of ").number(factor, 2).say(": a crossover there is as good as a straight line is."
                            + " Measure a size between, as the preset full does.");
                    isEmpty = false;
                }
            }
            if (!isEmpty) {
                all.add(told);
            }
        });
        return all;
    }
}

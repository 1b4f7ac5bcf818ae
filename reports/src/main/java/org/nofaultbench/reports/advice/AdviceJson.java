// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.nofaultbench.reports.render.json.JsonText.object;
import static org.nofaultbench.reports.render.json.JsonText.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nofaultbench.reports.advice.BreakEven.Zone;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.render.json.JsonText;
import org.nofaultbench.reports.stats.Judgement;

/** Advice as JSON, for the build of a compositor; {@code results/schema/advice.schema.json} says what the fields mean. */
final class AdviceJson {

    private static final int SCHEMA_VERSION = 1;

    private AdviceJson() {}

    static String write(Advice advice) {
        var run = advice.analysis().run();
        var kernel = run.environment().kernel();
        AdviceSentences sentences = new AdviceSentences(advice);
        return Json.text(object(
                "schemaVersion", SCHEMA_VERSION,
                "runId", run.manifest().runId(),
                "status", run.manifest().status().name(),
                "machine", run.environment().machine(),
                "kernel", kernel == null ? null : kernel.release(),
                "proven", run.manifest().proof() != null,
                "margin", advice.analysis().margin().width().fraction(),
                "clientShare", advice.clientShare().fraction(),
                "sentences", sentences.all().stream().map(Sentence::text).toList(),
                "firstChoice", advice.firstChoice().map(Eligibility::id),
                "copyUpToBytes", sentences.copyUpToBytes(),
                "strategies", all(advice.eligibilities(), AdviceJson::strategy),
                "scenarios", all(advice.choices(), AdviceJson::scenario),
                "breakEvens", all(advice.breakEvens(), AdviceJson::breakEvens),
                "sources", advice.sources(),
                "missing", all(advice.missing().entrySet(), AdviceJson::missing)));
    }

    private static <T> List<ObjectNode> all(Collection<T> items, Function<? super T, ObjectNode> node) {
        return items.stream().map(node).toList();
    }

    private static ObjectNode missing(Map.Entry<String, Set<String>> missing) {
        return object("what", missing.getKey(), "strategies", missing.getValue());
    }

    private static ObjectNode strategy(Eligibility strategy) {
        return object(
                "id", strategy.id(),
                "family", strategy.strategy().family(),
                "rank", word(strategy.rank()),
                "why", strategy.why().isEmpty() ? null : strategy.why(),
                "holds", strategy.held(),
                "loses", strategy.lost(),
                "onItsWord", strategy.onItsWord());
    }

    private static ObjectNode breakEvens(BreakEvens over) {
        String size = over.buffer().size();
        return object(
                "title", over.title(),
                "axis", over.quantity().field(),
                "size", size.isEmpty() ? null : size,
                "pairs", all(over.pairs(), AdviceJson::pair));
    }

    private static ObjectNode pair(BreakEven pair) {
        return object(
                "first", pair.first().id(),
                "second", pair.second().id(),
                "crossings", pair.crossings().stream().map(JsonText::rounded).toList(),
                "zones", all(pair.zones(), AdviceJson::zone));
    }

    private static ObjectNode zone(Zone zone) {
        String winner = switch (zone.second()) {
            case FASTER -> "second";
            case SLOWER -> "first";
            case EQUIVALENT -> "same";
            case UNDECIDED, TOO_FEW -> word(zone.second());
        };
        return object("from", JsonText.rounded(zone.from()), "to", JsonText.rounded(zone.to()), "winner", winner);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode scenario(Choice choice) {
        Scenario scenario = choice.scenario();
        return object(
                "access", word(scenario.use()),
                "size", scenario.size(),
                "bufferBytes", scenario.bufferBytes(),
                "damage", scenario.damage(),
                "readBytes", scenario.readBytes(),
                "readsPerAttach", scenario.isKept() ? null : scenario.reads(),
                "lossesPerAttach", scenario.losses(),
                "use", choice.recommended().map(option -> option.strategy().id()),
                "sealed", choice.mix().map(AdviceJson::mix),
                "options", all(choice.known(), AdviceJson::option));
    }

    private static ObjectNode option(Option option) {
        ObjectNode node = object(
                "strategy", option.strategy().id(),
                "mayBeRecommended", option.strategy().mayBeRecommended(),
                "keepsUp", option.keepsUp(),
                "nsPerRead", option.cost().estimate());
        return judged(node, "timesTheFastest", option.judgement());
    }

    private static ObjectNode mix(Option mix) {
        ObjectNode node = object(
                "strategy", mix.strategy().id(),
                "pays", mix.isFaster(),
                "nsPerRead", mix.cost().estimate());
        return judged(node, "timesOneWayForAll", mix.judgement());
    }

    private static ObjectNode judged(ObjectNode node, String ratio, Optional<Judgement> judgement) {
        judgement.ifPresent(judged -> {
            put(node, ratio, judged.ratio());
            put(node, "verdict", judged.verdict().name());
        });
        return node;
    }
}

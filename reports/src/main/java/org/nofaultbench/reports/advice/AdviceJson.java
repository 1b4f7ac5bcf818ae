// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;
import org.nofaultbench.reports.advice.Choice.Mix;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.render.json.JsonText;
import org.nofaultbench.reports.stats.Estimate;

/** Advice as JSON, for the build of a compositor; {@code results/schema/advice.schema.json} says what the fields mean. */
public final class AdviceJson {

    static final int SCHEMA_VERSION = 1;

    private final Advice advice;
    private final ObjectNode root = JsonText.object();

    private AdviceJson(Advice advice) {
        this.advice = advice;
    }

    public static String write(Advice advice) {
        AdviceJson document = new AdviceJson(advice);
        document.head();
        document.strategies();
        ArrayNode scenarios = document.root.putArray("scenarios");
        advice.choices().forEach(choice -> scenarios.add(scenario(choice)));
        ArrayNode breakEvens = document.root.putArray("breakEvens");
        advice.breakEvens().forEach(over -> breakEvens.add(breakEvens(over)));
        ObjectNode sources = document.root.putObject("sources");
        advice.sources().forEach((part, titles) -> texts(sources.putArray(part), titles));
        ArrayNode missing = document.root.putArray("missing");
        advice.missing().forEach((what, strategies) -> {
            ObjectNode node = missing.addObject().put("what", what);
            texts(node.putArray("strategies"), strategies);
        });
        return JsonText.of(document.root);
    }

    private void head() {
        Manifest manifest = advice.analysis().run().manifest();
        var environment = advice.analysis().run().environment();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runId", manifest.runId());
        root.put("status", manifest.status().name());
        root.put("machine", environment.machine());
        root.put(
                "kernel",
                environment.kernel() == null ? null : environment.kernel().release());
        root.put("proven", manifest.proof() != null);
        root.put("margin", advice.analysis().margin().width().fraction());
        root.put("clientShare", advice.clientShare().fraction());
        texts(
                root.putArray("sentences"),
                new AdviceSentences(advice).all().stream().map(Sentence::text).toList());
        root.put("firstChoice", advice.firstChoice().map(Eligibility::id).orElse(null));
        JsonText.number(root, "copyUpToBytes", new AdviceSentences(advice).copyUpToBytes());
    }

    private void strategies() {
        ArrayNode strategies = root.putArray("strategies");
        for (Eligibility strategy : advice.eligibilities()) {
            ObjectNode node = strategies.addObject();
            node.put("id", strategy.id());
            node.put("family", strategy.strategy().family());
            node.put("rank", strategy.rank().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("why", strategy.why().isEmpty() ? null : strategy.why());
            texts(node.putArray("holds"), strategy.held());
            texts(node.putArray("loses"), strategy.lost());
            texts(node.putArray("onItsWord"), strategy.onItsWord());
        }
    }

    static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode breakEvens(BreakEvens over) {
        ObjectNode node = JsonText.object();
        node.put("title", over.title());
        node.put(
                "axis",
                switch (over.axis()) {
                    case DAMAGE -> "damageBytes";
                    case SIZE -> "bufferBytes";
                    case READS -> "readsPerAttach";
                });
        node.put("size", over.size().isEmpty() ? null : over.size());
        ArrayNode pairs = node.putArray("pairs");
        over.pairs().forEach(pair -> pairs.add(pair(pair)));
        return node;
    }

    private static ObjectNode pair(BreakEven pair) {
        ObjectNode node = JsonText.object();
        node.put("first", pair.first().id());
        node.put("second", pair.second().id());
        ArrayNode crossings = node.putArray("crossings");
        pair.crossings().forEach(x -> crossings.add(JsonText.rounded(x)));
        ArrayNode zones = node.putArray("zones");
        for (BreakEven.Zone zone : pair.zones()) {
            ObjectNode each = zones.addObject();
            JsonText.number(each, "from", OptionalDouble.of(zone.from()));
            JsonText.number(each, "to", OptionalDouble.of(zone.to()));
            each.put(
                    "winner",
                    switch (zone.winner()) {
                        case FIRST -> "first";
                        case SECOND -> "second";
                        case SAME -> "same";
                        case UNDECIDED -> "undecided";
                        case TOO_FEW -> "too-few";
                    });
        }
        return node;
    }

    private static ObjectNode scenario(Choice choice) {
        Scenario scenario = choice.scenario();
        ObjectNode node = JsonText.object();
        node.put("size", scenario.size());
        node.put("bufferBytes", scenario.bufferBytes());
        node.put("damage", scenario.damage());
        node.put("readBytes", scenario.readBytes());
        node.put(
                "readsPerAttach",
                scenario.life().isKept()
                        ? null
                        : Integer.valueOf(scenario.life().reads()));
        node.put("lossesPerAttach", scenario.life().lossesPerAttach());
        node.put(
                "use",
                choice.recommended().map(option -> option.strategy().id()).orElse(null));
        ObjectNode sealed = choice.mix().map(AdviceJson::mix).orElse(null);
        node.set("sealed", sealed);
        ArrayNode options = node.putArray("options");
        choice.options()
                .forEach(option -> option.cost().estimate().ifPresent(cost -> options.add(option(option, cost))));
        return node;
    }

    private static ObjectNode option(Option option, Estimate cost) {
        ObjectNode node = JsonText.object();
        node.put("strategy", option.strategy().id());
        node.put("mayBeRecommended", option.strategy().mayBeRecommended());
        node.put("keepsUp", option.keepsUp());
        JsonText.estimate(node, "nsPerRead", cost);
        option.judgement().ifPresent(judgement -> {
            JsonText.estimate(node, "timesTheFastest", judgement.ratio());
            node.put("verdict", judgement.verdict().name());
        });
        return node;
    }

    private static ObjectNode mix(Mix mix) {
        ObjectNode node = JsonText.object();
        node.put("strategy", mix.sealed().id());
        node.put("pays", mix.pays());
        mix.cost()
                .estimate()
                .ifPresentOrElse(
                        estimate -> JsonText.estimate(node, "nsPerRead", estimate), () -> node.putNull("nsPerRead"));
        mix.judgement().ifPresent(judgement -> {
            JsonText.estimate(node, "timesOneWayForAll", judgement.ratio());
            node.put("verdict", judgement.verdict().name());
        });
        return node;
    }
}

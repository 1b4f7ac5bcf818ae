// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nofaultbench.reports.advice.Choice.Mix;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.render.json.JsonText;
import org.nofaultbench.reports.stats.Estimate;

/** One scenario as JSON. */
final class ScenarioNode {

    private ScenarioNode() {}

    static ObjectNode of(Choice choice) {
        Scenario scenario = choice.scenario();
        ObjectNode node = JsonText.object();
        node.put("size", scenario.size());
        node.put("bufferBytes", scenario.bufferBytes());
        node.put("damage", scenario.damage());
        node.put("readBytes", scenario.readBytes());
        node.put("readsPerAttach", scenario.life().isKept() ? null : Integer.valueOf(scenario.life().reads()));
        node.put("lossesPerAttach", scenario.life().lossesPerAttach());
        node.put("use", choice.recommended().map(option -> option.standing().id()).orElse(null));
        ObjectNode sealed = choice.mix().map(ScenarioNode::mix).orElse(null);
        node.set("sealed", sealed);
        ArrayNode options = node.putArray("options");
        choice.options().forEach(option -> option.cost().estimate().ifPresent(cost -> options.add(option(option, cost))));
        return node;
    }

    private static ObjectNode option(Option option, Estimate cost) {
        ObjectNode node = JsonText.object();
        node.put("strategy", option.standing().id());
        node.put("mayBeRecommended", option.standing().mayBeRecommended());
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
        mix.cost().estimate().ifPresentOrElse(estimate -> JsonText.estimate(node, "nsPerRead", estimate),
                () -> node.putNull("nsPerRead"));
        mix.judgement().ifPresent(judgement -> {
            JsonText.estimate(node, "timesOneWayForAll", judgement.ratio());
            node.put("verdict", judgement.verdict().name());
        });
        return node;
    }
}

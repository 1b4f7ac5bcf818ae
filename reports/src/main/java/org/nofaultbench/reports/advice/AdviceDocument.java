// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.render.json.JsonText;

/** Advice as JSON, for the build of a compositor; {@code results/schema/advice.schema.json} says what the fields mean. */
public final class AdviceDocument {

    static final int SCHEMA_VERSION = 1;

    private final Advice advice;
    private final ObjectNode root = JsonText.object();

    private AdviceDocument(Advice advice) {
        this.advice = advice;
    }

    public static String of(Advice advice) {
        AdviceDocument document = new AdviceDocument(advice);
        document.head();
        document.strategies();
        ArrayNode scenarios = document.root.putArray("scenarios");
        advice.choices().forEach(choice -> scenarios.add(ScenarioNode.of(choice)));
        ArrayNode breakEvens = document.root.putArray("breakEvens");
        advice.breakEvens().forEach(over -> breakEvens.add(BreakEvenNode.of(over)));
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
        root.put("kernel", environment.kernel() == null ? null : environment.kernel().release());
        root.put("proven", manifest.proof() != null);
        root.put("margin", advice.analysis().margin().width().fraction());
        root.put("clientShare", advice.clientShare().fraction());
        texts(root.putArray("sentences"), AdviceReport.sentences(advice));
        root.put("firstChoice", advice.firstChoice().map(Eligibility::id).orElse(null));
        JsonText.number(root, "copyUpToBytes", new AdviceLead(advice).copyUpToBytes());
    }

    private void strategies() {
        ArrayNode strategies = root.putArray("strategies");
        for (Eligibility standing : advice.standings()) {
            ObjectNode node = strategies.addObject();
            node.put("id", standing.id());
            node.put("family", standing.strategy().family());
            node.put("rank", standing.rank().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("why", standing.why().isEmpty() ? null : standing.why());
            texts(node.putArray("holds"), standing.held());
            texts(node.putArray("loses"), standing.lost());
            texts(node.putArray("onItsWord"), standing.onItsWord());
        }
    }

    static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}

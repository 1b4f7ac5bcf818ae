// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A strategy of the manifest, and whether advice may recommend it: a client must not be able to kill the compositor through it.
 *
 * @param held properties that were seen, or that it declares where nothing was proven
 * @param lost properties that were seen not to hold, or that it does not declare where nothing was proven
 * @param onItsWord what it has to survive, declares, and was not put to the test for
 * @param why it is not recommended; empty where it may be, null for the manifest's own words
 */
record Contender(
        String id, String family, boolean standIn, List<String> held, List<String> lost, List<String> onItsWord, String why) {

    private static final String SURVIVES = "survives-";
    private static final String OF_WRITERS = "survives-lost-write";
    private static final String LEAST = "survives-truncation";
    private static final String CLIENT = "only for clients that sealed their file; the others need something else";

    /** In the manifest's order. */
    static List<Contender> all(RawRun run, Kin kin) {
        Set<String> properties = properties(run.manifest().path("strategies"));
        Set<String> needed = new LinkedHashSet<>(Set.of(LEAST));
        properties.stream().filter(of -> of.startsWith(SURVIVES) && !of.equals(OF_WRITERS)).forEach(needed::add);
        List<Contender> all = new ArrayList<>();
        run.manifest().path("strategies").forEach(strategy -> all.add(contender(strategy, properties, needed, run, kin)));
        return all;
    }

    /** Those that were put to the test, or all that are declared where none were. */
    private static Set<String> properties(JsonNode strategies) {
        Set<String> proven = new LinkedHashSet<>();
        Set<String> declared = new LinkedHashSet<>();
        boolean isProven = false;
        for (JsonNode strategy : strategies) {
            isProven |= strategy.path("proven").isObject();
            strategy.path("proven").properties().forEach(property -> proven.add(property.getKey()));
            strategy.path("declared").forEach(property -> declared.add(property.asText()));
        }
        return isProven ? proven : declared;
    }

    private static Contender contender(JsonNode strategy, Set<String> properties, Set<String> needed, RawRun run, Kin kin) {
        List<String> held = properties.stream().filter(of -> answer(strategy, of).equals("yes")).toList();
        List<String> lost = properties.stream().filter(of -> Set.of("no", "error").contains(answer(strategy, of))).toList();
        List<String> word = needed.stream().filter(of -> isUntried(strategy, of) && declares(strategy, of)).toList();
        List<String> deadly = needed.stream()
                .filter(of -> !answer(strategy, of).equals("yes") && !word.contains(of))
                .toList();
        String id = strategy.path("id").asText();
        boolean standIn = strategy.path("standIn").asBoolean();
        boolean isApart = kin.isApart(id) && run.cells().values().stream().anyMatch(cell -> id.equals(cell.strategy()));
        String why = strategy.path("skipReason").isTextual() ? null
                : isApart ? "its loop is not compared with the others"
                : !deadly.isEmpty() ? "not shown to survive: " + String.join(", ", deadly)
                : standIn ? "it stands in for what no released kernel has"
                : strategy.path("family").asText().equals("sealed") ? CLIENT : "";
        return new Contender(id, strategy.path("family").asText(), standIn, held, lost, word, why);
    }

    /** {@code yes}, {@code no}, {@code error} or {@code skipped}; of what is only declared the first two. */
    private static String answer(JsonNode strategy, String property) {
        if (!strategy.path("proven").isObject()) {
            return declares(strategy, property) ? "yes" : "no";
        }
        return strategy.path("proven").path(property).path("observed").asText("skipped");
    }

    private static boolean isUntried(JsonNode strategy, String property) {
        return !strategy.path("proven").isObject() || answer(strategy, property).equals("skipped");
    }

    private static boolean declares(JsonNode strategy, String property) {
        for (JsonNode declared : strategy.path("declared")) {
            if (declared.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    boolean mayBeUsed() {
        return "".equals(why);
    }

    boolean needsClient() {
        return CLIENT.equals(why);
    }

    boolean copies() {
        return family.equals("copy");
    }
}

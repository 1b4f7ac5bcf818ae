// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caption says of the cells below it, such as {@code BufferRead.warm, size=1080p, GB/s}.
 *
 * @param workload null where the rows or columns are the workloads
 * @param parameters those that all cells share
 * @param rest what follows: what is shown, and the unit
 */
record Place(String benchmark, String workload, Map<String, String> parameters, String rest) {

    private static final Pattern CAPTION =
            Pattern.compile("([A-Z][A-Za-z]*)(?:\\.([A-Za-z]+))?((?:, [\\w-]+=[^,]+)*)(?:, (.*))?");
    private static final String CONTROL = "control";

    static Optional<Place> of(String caption) {
        Matcher matcher = CAPTION.matcher(caption);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(new Place(matcher.group(1), matcher.group(2), parameters(matcher.group(3)), rest));
    }

    /** Of what stands in brackets behind a question: {@code warm}, or {@code recovery, size=1080p}. */
    static Place within(String benchmark, String label) {
        String workload = label.isEmpty() || label.split(",")[0].contains("=") ? null : label.split(",")[0];
        String tail = workload == null ? ", " + label : label.substring(workload.length());
        return new Place(benchmark, workload, parameters(tail), "");
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split(", ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        parameters.remove(CONTROL);
        parameters.remove("strategy", "null");
        return parameters;
    }

    /** The cell in a row, told from its neighbours by what heads the column; empty where that names none or several. */
    Optional<RawCell> cell(RawRun run, String row, String column) {
        List<RawCell> here = run.cells().values().stream()
                .filter(cell -> cell.benchmark().equals(benchmark) && cell.name().equals(row))
                .filter(cell -> workload == null || cell.workload().equals(workload))
                .filter(cell -> cell.parameters().entrySet().containsAll(parameters.entrySet()))
                .toList();
        List<RawCell> headed = here.stream()
                .filter(cell -> cell.workload().equals(column) || cell.parameters().containsValue(column))
                .toList();
        List<RawCell> found = headed.isEmpty() ? here : headed;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}

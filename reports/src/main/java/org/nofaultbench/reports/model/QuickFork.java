// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.statistics.descriptive.Median;

/** One line of a journal, read field by field. */
final class QuickFork {

    private static final Median MEDIAN = Median.withDefaults().withCopy(false);

    private final JsonParser parser;
    private final Map<String, SlimManifest.Cell> cells;
    private final Set<String> names = new HashSet<>();
    private double[] samples = new double[16];
    private int count;
    private SlimManifest.Cell cell;
    private List<Disturbance> disturbances = List.of();
    private int round;
    private String error;

    QuickFork(JsonParser parser, Map<String, SlimManifest.Cell> cells) {
        this.parser = parser;
        this.cells = cells;
    }

    /** Reads to the end of the object; false where it is not just as the suite writes it. */
    boolean isSound() throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            boolean sound = names.add(name) && switch (name) {
                case "round" -> isRound(value);
                case "cell" -> isCell(value);
                case "error" -> isError(value);
                case "disturbances" -> value == JsonToken.VALUE_NULL || value == JsonToken.START_ARRAY && areDisturbances();
                case "samples" -> value == JsonToken.START_OBJECT && cell != null && areSamples();
                default -> isPassedOver();
            };
            if (!sound) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT && cell != null && cell.skipReason() == null && round >= 1
                && (error != null || count > 0);
    }

    private boolean isRound(JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() != JsonParser.NumberType.INT) {
            return false;
        }
        round = parser.getIntValue();
        return round <= Limits.ROUNDS;
    }

    private boolean isCell(JsonToken value) throws IOException {
        cell = value == JsonToken.VALUE_STRING ? cells.get(parser.getText()) : null;
        return cell != null;
    }

    private boolean isError(JsonToken value) throws IOException {
        error = value == JsonToken.VALUE_STRING ? parser.getText() : null;
        return error != null || value == JsonToken.VALUE_NULL;
    }

    private boolean areDisturbances() throws IOException {
        List<Disturbance> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Optional<Disturbance> one = Json.bind(parser, Disturbance.class).filter(QuickFork::isSound);
            if (one.isEmpty()) {
                return false;
            }
            read.add(one.get());
        }
        disturbances = read;
        return true;
    }

    private static boolean isSound(Disturbance one) {
        return SlimManifest.isId(one.what()) && Double.isFinite(one.seen()) && Double.isFinite(one.limit());
    }

    private boolean areSamples() throws IOException {
        for (String metric = parser.nextFieldName(); metric != null; metric = parser.nextFieldName()) {
            boolean isFigure = metric.equals(cell.metric());
            if (parser.nextToken() != JsonToken.START_ARRAY || (isFigure ? !areTimes() : !isPassedOver())) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT;
    }

    private boolean areTimes() throws IOException {
        if (count > 0) {
            return false;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
                return false;
            }
            double time = parser.getDoubleValue();
            if (!(time > 0 && Double.isFinite(time)) || count >= Limits.ENTRIES) {
                return false;
            }
            samples = count == samples.length ? Arrays.copyOf(samples, 2 * count) : samples;
            samples[count++] = time;
        }
        return true;
    }

    private boolean isPassedOver() throws IOException {
        parser.skipChildren();
        return true;
    }

    /** What the figure needs of the fork: the median stands for its samples. */
    ForkRecord slim() {
        List<Double> median = count == 0 ? List.of() : List.of(MEDIAN.evaluate(Arrays.copyOf(samples, count)));
        return new ForkRecord(round, 0, cell.id(), null, 0, error, Map.of(cell.metric(), median), null, disturbances);
    }
}

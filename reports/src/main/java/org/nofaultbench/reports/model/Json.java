// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How the suite reads and writes JSON. It is read strictly: nothing is coerced, repeated names and trailing text are errors.
 * Names that this version does not know are passed over, since a field may be added without a new schema version.
 */
public final class Json {

    private static final ObjectMapper MAPPER = mapper(false);
    /** For one element of a list after the other, each of which others follow. */
    private static final ObjectMapper LENIENT = mapper(true).disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectWriter LINES = MAPPER.writer();
    private static final ObjectWriter PAGES = MAPPER.writer(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** A document, indented for people. */
    public static byte[] page(Object document) throws JsonProcessingException {
        return PAGES.writeValueAsBytes(document);
    }

    /** One line of a journal, with its end. */
    static byte[] line(Object entry) throws JsonProcessingException {
        return (LINES.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A document for other programs: indented, the same everywhere, and in ASCII, so that a name from a result file does
     * nothing to a terminal that shows it.
     */
    public static String text(ObjectNode document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer)
                            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .writeValueAsString(document)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written", e);
        }
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The document's tree; line is 0 for a whole file. */
    public static JsonDocument parse(SourceFile file, int line, byte[] bytes) {
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree.isMissingNode()) {
                throw file.broken("file is empty");
            }
            return new JsonDocument(file, line, tree).checked();
        } catch (JsonProcessingException e) {
            throw notJson(file, line, isCut(e, bytes), e);
        } catch (IOException e) {
            throw file.broken("file is not UTF-8 text", Detail.of("line", Math.max(line, 1)));
        }
    }

    /**
     * The elements of a list, one after the other: a list of histograms is larger than what may be held at once. A name of a
     * number that is none, such as {@code NaN}, is a number here, because old writers put it there.
     */
    public static void elements(SourceFile file, byte[] bytes, Consumer<JsonDocument> each) {
        try (JsonParser parser = LENIENT.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY) {
                throw file.broken(first == null ? "file is empty" : "file is no list of results");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                each.accept(new JsonDocument(file, parser.currentLocation().getLineNr(), LENIENT.readTree(parser)));
            }
            if (parser.nextToken() != null) {
                throw file.broken(
                        "text goes on after its end",
                        Detail.of("line", parser.currentLocation().getLineNr()));
            }
        } catch (JsonProcessingException e) {
            boolean whole = new String(bytes, StandardCharsets.UTF_8).strip().endsWith("]");
            throw notJson(file, 0, e instanceof JsonEOFException || !whole, e);
        } catch (IOException e) {
            throw file.broken("file is not UTF-8 text");
        }
    }

    /** The document as a record of the model, whose constructor may refuse it. */
    public static <T> T bind(JsonDocument document, Class<T> type) {
        try {
            T bound = MAPPER.treeToValue(document.tree(), type);
            if (bound == null) {
                throw document.broken("value is missing", "");
            }
            return bound;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof Checks.InvalidValue invalid) {
                throw invalid.in(document, pointer(e));
            }
            Class<?> expected = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
            Detail[] details =
                    expected == null ? new Detail[0] : new Detail[] {Detail.of("expected", expected.getSimpleName())};
            throw document.broken("value does not fit the format", pointer(e), details);
        } catch (JsonProcessingException e) {
            throw notJson(document.file(), document.line(), false, e);
        }
    }

    /** Whether the text breaks off: it may end inside a word, which the parser calls an unknown word and no end. */
    private static boolean isCut(JsonProcessingException e, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        return e instanceof JsonEOFException || text.startsWith("{") && !text.endsWith("}");
    }

    private static InputException notJson(SourceFile file, int line, boolean cut, JsonProcessingException e) {
        String what = cut ? "file is truncated" : "text is not JSON";
        int at = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
        return file.broken(what, Detail.of("line", line > 0 ? line : at), Detail.of("column", column));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static ObjectMapper mapper(boolean namesOfNoNumbers) {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(Limits.NESTING)
                .maxStringLength(Limits.LINE_BYTES)
                .maxNumberLength(100)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
        ObjectMapper mapper = JsonMapper.builder(factory)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, namesOfNoNumbers)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}

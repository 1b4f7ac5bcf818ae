// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One run as a line of the cache: a sum of the rest, and the rest. The sum tells what broke, not what was forged: who may write
 * the cache may write the pages too.
 */
final class CacheLine {

    private static final int SUM_CHARS = 8;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CacheLine() {}

    static String of(CacheEntry kept) throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(CachedRun.of(kept));
        return sum(json) + " " + json;
    }

    /** Nothing where it is not as it was written. */
    static Optional<CacheEntry> read(String line) {
        if (line.length() <= SUM_CHARS || !line.startsWith(sum(line.substring(SUM_CHARS + 1)) + " ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(line.substring(SUM_CHARS + 1), CachedRun.class))
                    .filter(CachedRun::isWhole)
                    .map(CachedRun::kept);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String sum(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}

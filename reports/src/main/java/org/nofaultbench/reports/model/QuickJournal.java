// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forks of a journal, as far as figures depend on them; everything else in it is passed over. */
final class QuickJournal {

    private final byte[] content;
    private final Map<String, SlimManifest.Cell> cells;
    private final Map<String, Set<Integer>> settled = new HashMap<>();
    private final List<ForkRecord> forks = new ArrayList<>();

    private QuickJournal(byte[] content, SlimManifest manifest) {
        this.content = content;
        this.cells = manifest.cells().stream().collect(Collectors.toMap(SlimManifest.Cell::id, Function.identity()));
    }

    /** Every fork with its figure's samples alone; nothing where a line is not just as the suite writes it. */
    static Optional<List<ForkRecord>> read(SourceFile file, SlimManifest manifest) {
        try {
            QuickJournal journal = new QuickJournal(file.bytes(Limits.JOURNAL_BYTES), manifest);
            return journal.isSound() ? Optional.of(journal.forks) : Optional.empty();
        } catch (IOException | InputException e) {
            return Optional.empty();
        }
    }

    /** One parser for all lines, which takes half the time of one for each; so that there is one object a line is counted. */
    private boolean isSound() throws IOException {
        try (JsonParser parser = Json.parser(content)) {
            int lines = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                QuickFork fork = new QuickFork(parser, cells);
                if (++lines > Limits.FORKS || !fork.isSound() || !add(fork.slim())) {
                    return false;
                }
            }
            return parser.currentToken() == null && lines == newlines() && (lines == 0 || content[content.length - 1] == '\n');
        }
    }

    private int newlines() {
        int count = 0;
        for (byte one : content) {
            count += one == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Only what was disturbed is measured once more in its round. */
    private boolean add(ForkRecord fork) {
        forks.add(fork);
        Set<Integer> rounds = settled.computeIfAbsent(fork.cell(), cell -> new HashSet<>());
        return fork.disturbed() ? !rounds.contains(fork.round()) : rounds.add(fork.round());
    }
}

// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.AnchorIds;

/** Which strategy for pools that are kept, and which for pools that come and go? */
final class AdviceChoiceSection implements AdviceSection {

    private static final List<Double> MAPPED_LOSSES = List.of(0.0, 1.0);

    @Override
    public List<Content> of(Advice advice) {
        List<Content> contents = new ArrayList<>();
        contents.add(kept(advice));
        contents.add(lives(advice));
        return contents;
    }

    private static Content kept(Advice advice) {
        List<Choice> choices = advice.choices().stream().filter(choice -> choice.scenario().life().isKept()).toList();
        if (choices.isEmpty()) {
            return Content.notMeasured("kept", "Pools that are kept");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new AdviceTable(advice).of("one read of a pool that is kept, nothing lost", choices));
        blocks.addAll(new AdviceHeatMap(choices).of("kept-map", "Time of one read beside the fastest, pools that are kept",
                choice -> AdviceWords.read(choice.scenario()), "what each read reads"));
        return Content.of("kept", "Pools that are kept", "A window's pool is attached once and read at every commit. The whole of"
                + " a buffer or its damage is read, begin and end included, from a cache that holds as much of it as fits."
                + AdviceTable.HOW, blocks);
    }

    private static Content lives(Advice advice) {
        List<Choice> choices = advice.choices().stream().filter(choice -> !choice.scenario().life().isKept()).toList();
        if (choices.isEmpty()) {
            return Content.notMeasured("lives", "Pools that come and go");
        }
        List<Block> blocks = new ArrayList<>();
        AnchorIds slug = new AnchorIds("lives-map");
        choices.stream().map(choice -> choice.scenario().size()).distinct().forEach(size -> {
            for (double losses : MAPPED_LOSSES) {
                blocks.addAll(new AdviceHeatMap(choices.stream()
                                .filter(choice -> choice.scenario().size().equals(size) && choice.scenario().isWhole()
                                        && choice.scenario().life().lossesPerAttach() == losses)
                                .toList())
                        .of(slug.of(size + " " + AdviceWords.lost(losses)), "Time of one read beside the fastest, " + size + ", "
                                + AdviceWords.lost(losses), choice -> Integer.toString(choice.scenario().life().reads()),
                                "reads of one attached pool"));
            }
        });
        choices.stream()
                .collect(Collectors.groupingBy(choice -> AdviceWords.read(choice.scenario()), LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((read, some) -> blocks.add(new AdviceTable(advice).of("one read of " + read
                        + ", with its share of the pool's life and losses", some)));
        return Content.of("lives", "Pools that come and go", "A pool is attached, read so many times, unmapped and closed; its"
                + " first read is of the whole buffer. Lost: the share of pools whose last read finds every page gone."
                + AdviceTable.HOW, blocks);
    }
}

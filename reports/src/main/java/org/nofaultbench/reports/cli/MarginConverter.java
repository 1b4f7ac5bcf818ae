// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import org.nofaultbench.reports.stats.Margin;

/** Reads a margin as people write it. */
public final class MarginConverter extends PercentConverter<Margin> {

    public MarginConverter() {
        super(Margin::new);
    }
}

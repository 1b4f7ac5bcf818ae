// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

/**
 * A labelled place on an axis.
 *
 * @param at in the axis' own coordinates
 * @param label text beside it
 */
record Tick(double at, String label) {}

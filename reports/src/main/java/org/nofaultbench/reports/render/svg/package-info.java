// SPDX-License-Identifier: MIT
/**
 * Charts as SVG: JFreeChart lays them out, Batik writes the elements, and {@link org.nofaultbench.reports.render.svg.SvgChart}
 * exchanges the colours they were drawn in for CSS classes, so that one drawing serves light and dark. Start at
 * {@link org.nofaultbench.reports.render.svg.ChartDrawing}.
 */
package org.nofaultbench.reports.render.svg;

// SPDX-License-Identifier: MIT
/**
 * Charts as SVG: JFreeChart lays them out and Batik writes the elements. A colour is the name of a variable of the style sheet,
 * so that one drawing serves light and dark. Start at {@link org.nofaultbench.reports.render.svg.ChartDrawing}.
 */
package org.nofaultbench.reports.render.svg;

// SPDX-License-Identifier: MIT
/**
 * Reports as bytes. {@code text} writes mails and terminal tables, {@code html} the page, {@code svg} its charts. A renderer
 * decides how things look and never what they say; the same report gives the same bytes on the same machine. Depends on section
 * and what lies below it.
 */
package org.nofaultbench.reports.render;

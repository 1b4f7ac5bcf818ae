// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.AWTError;
import java.util.Optional;
import java.util.function.Supplier;
import org.nofaultbench.reports.document.Chart;

/** Draws charts, or nothing on a machine without fonts: the tables carry the same figures. */
public final class ChartDrawing {

    private ChartDrawing() {}

    /** For a page that brings the style sheet. */
    public static Optional<String> inline(Chart chart) {
        return unlessFontsAreMissing(() -> new SvgChart(chart).inline());
    }

    /** For an image by itself; light or dark as the viewer is set. */
    public static Optional<String> standalone(Chart chart) {
        return unlessFontsAreMissing(() -> new SvgChart(chart).standalone());
    }

    /**
     * Without fontconfig or freetype AWT fails in many ways, depending on the JDK: a RuntimeException from the font
     * configuration, an InternalError, a missing library, from the second call on NoClassDefFoundError, and a plain Error where a
     * cache still names fonts that are gone.
     */
    static Optional<String> unlessFontsAreMissing(Supplier<String> drawing) {
        try {
            return Optional.of(drawing.get());
        } catch (LinkageError | InternalError | AWTError e) {
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            if (isFromFonts(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isFromFonts(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("sun.font.")
                    || frame.getClassName().startsWith("sun.awt.")) {
                return true;
            }
        }
        return false;
    }
}

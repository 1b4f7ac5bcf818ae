// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Shapes and dashes that tell series apart without colour. Nine shapes beside eight colours: 72 series before a pair repeats.
 */
final class Marker {

    private static final double R = 4.2;

    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-R, -R, 2 * R, 2 * R),
            new Rectangle2D.Double(-0.9 * R, -0.9 * R, 1.8 * R, 1.8 * R),
            polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0),
            polygon(0, -1.2, 1.15, 0.9, -1.15, 0.9),
            polygon(0, 1.2, 1.15, -0.9, -1.15, -0.9),
            polygon(
                    -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2, -0.4, 0.4,
                    -1.2, 0.4, -1.2, -0.4, -0.4, -0.4),
            polygon(-1.2, -1.2, 0, -0.5, 1.2, -1.2, 0.5, 0, 1.2, 1.2, 0, 0.5, -1.2, 1.2, -0.5, 0),
            polygon(-1.1, -1.1, 1.1, -1.1, -1.1, 1.1, 1.1, 1.1),
            polygon(-1.5, -0.5, 1.5, -0.5, 1.5, 0.5, -1.5, 0.5));

    private static final List<float[]> DASHES = List.of(
            new float[] {1, 0}, new float[] {7, 3}, new float[] {2, 3}, new float[] {9, 3, 2, 3}, new float[] {4, 2});

    private Marker() {}

    static Shape shape(int style) {
        return SHAPES.get(style % SHAPES.size());
    }

    static Stroke line(int style) {
        float[] dash = DASHES.get(style % DASHES.size());
        return dash[1] == 0
                ? new BasicStroke(1.4f)
                : new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.length; i += 2) {
            if (i == 0) {
                path.moveTo(points[0] * R, points[1] * R);
            } else {
                path.lineTo(points[i] * R, points[i + 1] * R);
            }
        }
        path.closePath();
        return path;
    }
}

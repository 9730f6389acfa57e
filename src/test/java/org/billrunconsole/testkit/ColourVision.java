package org.billrunconsole.testkit;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/**
 * How a picture looks to eyes that tell fewer colours apart. The matrices are those of Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE Transactions on Visualization and Computer
 * Graphics 15(6), 2009), for the full deficiency; they hold for linear RGB.
 */
public enum ColourVision {
    /** No green cones: one man in a hundred; and weak ones: five more. */
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    /** No red cones: red is dark as well. */
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    /** No colours at all, as on paper: every part is the luminance of all, by the weights of sRGB. */
    GREYSCALE(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    public WritableImage see(Image picture) {
        var width = (int) picture.getWidth();
        var height = (int) picture.getHeight();
        var seen = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                seen.getPixelWriter().setArgb(x, y, see(picture.getPixelReader().getArgb(x, y)));
            }
        }
        return seen;
    }

    private int see(int argb) {
        var red = linear(argb >> 16 & 0xff);
        var green = linear(argb >> 8 & 0xff);
        var blue = linear(argb & 0xff);
        var seen = argb & 0xff000000;
        for (int part = 0; part < 3; part++) {
            var light = matrix[3 * part] * red + matrix[3 * part + 1] * green + matrix[3 * part + 2] * blue;
            seen |= encoded(light) << 16 - 8 * part;
        }
        return seen;
    }

    private static double linear(int part) {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double light) {
        var within = Math.clamp(light, 0, 1);
        var share = within <= 0.0031308 ? within * 12.92 : 1.055 * Math.pow(within, 1 / 2.4) - 0.055;
        return (int) Math.round(share * 255);
    }
}

package org.maquete.bench;

import java.util.Locale;
import org.maquete.nova.replay.Policy;

/** A comparison as one page of HTML: a plot for each metric, bars with their intervals. */
public final class Page {

    // pixels
    private static final int LABEL = 110;
    private static final int WIDTH = 360;
    private static final int ROW = 22;

    private Page() {}

    /** The page; it needs nothing else. */
    public static String of(Comparison comparison) {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n");
        html.append("<title>Scheduler policies</title>\n<style>body{font:14px sans-serif;");
        html.append("margin:2em}figure{display:inline-block;margin:0 2em 2em 0}");
        html.append("svg text{font:12px sans-serif}</style>\n<h1>Scheduler policies</h1>\n<p>");
        for (String line : comparison.conditions()) {
            html.append(escaped(line)).append("<br>\n");
        }
        html.append("Lines: 95 % confidence intervals over ");
        html.append(comparison.seedCount()).append(" seeds.</p>\n");
        comparison.metrics().forEach(metric -> plot(html, comparison, metric));
        return html.append("<pre>")
                .append(escaped(Printed.text(comparison)))
                .append("</pre>\n</html>\n")
                .toString();
    }

    private static void plot(StringBuilder html, Comparison comparison, Metric metric) {
        double most = 0;
        for (Policy policy : comparison.policies()) {
            Interval interval = comparison.interval(policy, metric);
            most = Math.max(most, interval.mean() + interval.half());
        }
        double scale = most > 0 ? WIDTH / most : 0;
        int height = ROW * comparison.policies().size() + 4;
        html.append("<figure><figcaption>").append(escaped(metric.explained()));
        html.append(
                String.format(
                        Locale.ROOT,
                        "</figcaption>\n<svg width=\"%d\" height=\"%d\" role=\"img\">\n",
                        LABEL + WIDTH + 90,
                        height));
        int top = 2;
        for (Policy policy : comparison.policies()) {
            bar(html, policy, comparison.interval(policy, metric), new double[] {top, scale});
            top += ROW;
        }
        html.append("</svg></figure>\n");
    }

    private static void bar(
            StringBuilder html, Policy policy, Interval interval, double[] topAndScale) {
        double top = topAndScale[0];
        double end = LABEL + interval.mean() * topAndScale[1];
        double half = interval.half() * topAndScale[1];
        html.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>\n",
                        LABEL - 6,
                        top + 14,
                        policy.word()));
        html.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%.0f\" width=\"%.1f\" height=\"16\" fill=\"#4878a8\"/>",
                        LABEL,
                        top + 2,
                        end - LABEL));
        html.append(
                String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %.0fH%.1f\" stroke=\"#202020\" stroke-width=\"2\"/>",
                        Math.max(LABEL, end - half),
                        top + 10,
                        end + half));
        html.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.0f\">%.4f</text>\n",
                        end + half + 4,
                        top + 14,
                        interval.mean()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

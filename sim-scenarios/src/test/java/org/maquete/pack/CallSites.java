package org.maquete.pack;

import java.util.List;

/** Switches and records of every kind that {@link PlainCalls} rewrites or leaves alone. */
public final class CallSites {

    private CallSites() {}

    sealed interface Shape permits Circle, Square, Line, Nothing {

        /** A call site in an interface. */
        default String kind() {
            return switch (this) {
                case Circle _ -> "round";
                case Square _ -> "square";
                case Line _ -> "thin";
                case Nothing _ -> "empty";
            };
        }
    }

    record Circle(double radius) implements Shape {}

    record Square(int side, String name) implements Shape {}

    record Line(Circle from, Shape to) implements Shape {}

    record Nothing() implements Shape {}

    record Wide(
            boolean a,
            byte b,
            short c,
            char d,
            int e,
            long f,
            float g,
            double h,
            String i,
            Object j) {}

    enum Colour {
        RED,
        GREEN
    }

    /** What all of them answer. */
    @SuppressWarnings("NullAway") // a switch must refuse null
    public static String answers() {
        StringBuilder text = new StringBuilder();
        List<Shape> shapes =
                List.of(
                        new Circle(0.0),
                        new Circle(-0.0),
                        new Circle(Double.NaN),
                        new Circle(Double.NaN),
                        new Square(1, "one"),
                        new Square(1, "one"),
                        new Square(12, ""),
                        new Line(new Circle(2), new Nothing()),
                        new Line(new Circle(2), new Nothing()),
                        new Nothing());
        for (Shape one : shapes) {
            text.append(one).append(' ').append(one.kind()).append(' ').append(guarded(one));
            text.append(' ').append(one.hashCode());
            for (Shape other : shapes) {
                text.append(one.equals(other) ? " =" : " -");
            }
            text.append('\n');
        }
        for (Object each : new Object[] {Colour.RED, Colour.GREEN, 5, "five", 7L}) {
            text.append(mixed(each)).append('\n');
        }
        return text.append(missing(() -> guarded(null))).append(wide()).toString();
    }

    private static String guarded(Shape shape) {
        return switch (shape) {
            case Circle(double radius) when radius > 1 -> "large";
            case Square(int side, _) when side > 10 -> "large";
            case Square square when square.name().isEmpty() -> "nameless";
            case Line(Circle(double radius), Nothing _) -> "ray " + radius;
            default -> "small";
        };
    }

    private static String mixed(Object any) {
        return switch (any) {
            case Colour.RED -> "red";
            case Colour other -> "other " + other;
            case Integer number when number > 4 -> "many";
            case String word -> word;
            default -> "unknown";
        };
    }

    private static String missing(Runnable call) {
        try {
            call.run();
            return "passed";
        } catch (NullPointerException e) {
            return "null refused ";
        }
    }

    private static String wide() {
        Object numbers = new Object();
        Wide one = wide(1.5f, numbers);
        return one.equals(wide(1.5f, numbers))
                + " "
                + one.equals(wide(-0.0f, numbers))
                + " "
                + one.equals(wide(1.5f, new Object()))
                + " "
                + one.equals((Object) "other")
                + " "
                + (wide(1.5f, numbers).hashCode() - one.hashCode())
                + " "
                + new Wide(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6.0, "seven", new Object())
                        .equals(one);
    }

    private static Wide wide(float g, Object j) {
        return new Wide(true, (byte) -1, (short) 300, 'x', -7, 1L << 40, g, 2.5, "i", j);
    }
}

package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who reaches whom: every pair of servers, and the outside, for some services.
 *
 * @param names the servers by name, then {@code outside}
 * @param cells by service, sender and receiver, in the order of the lists
 */
public record Matrix(List<String> names, List<Service> services, List<Cell> cells) {

    public Matrix {
        names = List.copyOf(names);
        services = List.copyOf(services);
        cells = List.copyOf(cells);
    }

    /**
     * What is asked for.
     *
     * @param port 0 for ICMP
     */
    public record Service(Protocol protocol, int port) {

        /** {@code tcp 22}, {@code icmp}. */
        public String text() {
            return protocol == Protocol.ICMP ? "icmp" : protocol.word() + " " + port;
        }
    }

    /** One answer; {@code why} is empty when it reaches. */
    public record Cell(Service service, String from, String to, Optional<Why> why) {}

    /** All pairs; without services, ICMP and the TCP ports that rules name. */
    public static Matrix of(Reach reach, List<Service> asked) {
        List<Service> services = asked.isEmpty() ? services(reach) : asked;
        List<String> names = new ArrayList<>(reach.names());
        names.add(Question.OUTSIDE);
        List<Cell> cells = new ArrayList<>();
        for (Service service : services) {
            for (String from : names) {
                for (String to : names) {
                    if (!from.equals(to)) {
                        cells.add(cell(reach, service, from, to));
                    }
                }
            }
        }
        return new Matrix(names, services, cells);
    }

    /** ICMP and the TCP ports that rules name. */
    public static List<Service> services(Reach reach) {
        List<Service> services = new ArrayList<>();
        services.add(new Service(Protocol.ICMP, 0));
        reach.tcpPorts().forEach(port -> services.add(new Service(Protocol.TCP, port)));
        return services;
    }

    private static Cell cell(Reach reach, Service service, String from, String to) {
        Question question = new Question(from, to, service.protocol(), service.port(), "");
        return switch (reach.ask(question)) {
            case Reach.Answered(Answer answer) -> new Cell(service, from, to, answer.why());
            case Reach.Unknown unknown ->
                    throw new IllegalStateException(
                            "expected " + unknown.expected() + ", found " + unknown.found());
        };
    }

    /** The cell of a pair, if the matrix has it. */
    public Optional<Cell> cell(Service service, String from, String to) {
        return cells.stream()
                .filter(c -> c.service.equals(service) && c.from.equals(from) && c.to.equals(to))
                .findFirst();
    }
}

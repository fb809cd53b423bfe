package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Run;
import org.maquete.finding.Words;
import org.maquete.guest.Fault;
import org.maquete.guest.GuestView;
import org.maquete.kernel.Simulation;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.nova.Server;
import org.maquete.operator.OperatorView;
import org.maquete.ovn.pipeline.Step;
import org.maquete.world.World;

/**
 * Answers questions about the network of a run as it is now. The rows are made once, and compiled
 * once, for all questions.
 */
public final class Reach {

    private final CloudNetwork network;
    private final Parties parties;
    private final Makers makers;
    private final Ground ground;
    private final Diagnosis diagnosis;
    private final Ways ways;
    private final boolean asksInside;

    private Reach(World world, Makers makers, boolean asksInside) {
        this.asksInside = asksInside;
        network = new CloudNetwork(world);
        parties = new Parties(network);
        this.makers = makers;
        ground = new Ground(network);
        diagnosis = new Diagnosis(network, parties);
        ways = new Ways(network, parties);
    }

    /** About a run as it stands; it is left as it is. */
    public static Reach of(Simulation run) {
        return of(
                new Run(OperatorView.lines(run.world()), run.journal(), run.world(), run.model()));
    }

    /** About a world whose lines are known. */
    public static Reach of(Run run) {
        return new Reach(run.world(), new Makers(run), true);
    }

    /** About the network of a world alone: its answers name no lines. */
    static Reach ofNetwork(World world) {
        return new Reach(world, new Makers(), false);
    }

    /** The server that has an address. */
    Optional<Server> server(String address) {
        return parties.owner(address).flatMap(Party.Guest::server);
    }

    /** What came of a question. */
    public sealed interface Outcome {}

    /** An answer. */
    public record Answered(Answer answer) implements Outcome {}

    /**
     * Nobody of that name.
     *
     * @param isSender whether the sender is meant
     */
    public record Unknown(boolean isSender, String expected, String found, String advice)
            implements Outcome {}

    /** The names of all servers, in order. */
    List<String> names() {
        return parties.servers().stream().map(Server::name).toList();
    }

    /** The TCP ports that rules name, in order. */
    List<Integer> tcpPorts() {
        return new Filters(network.world()).tcpPorts();
    }

    /** Answers a question. */
    public Outcome ask(Question question) {
        if (!isKnown(question.from())) {
            return unknown(true, question.from());
        }
        if (!isKnown(question.to())) {
            return unknown(false, question.to());
        }
        boolean isOut = isOutside(question.from());
        if (isOut && isOutside(question.to())) {
            return new Unknown(
                    false,
                    "a server or one of its addresses",
                    "\"" + question.to() + "\", while the sender is outside too",
                    parties.advice(question.to()));
        }
        Answer answer = isOut ? fromOutside(question) : fromGuest(question);
        return new Answered(asksInside ? inside(answer) : answer);
    }

    /** The same, unless it arrives where nothing listens. */
    private Answer inside(Answer answer) {
        if (!answer.reaches() || answer.question().protocol() != Protocol.TCP) {
            return answer;
        }
        Optional<Fault> fault =
                server(answer.to().address())
                        .flatMap(server ->
                                GuestView.whyNot(
                                        network.world(), server.uuid(), answer.question().port()));
        if (fault.isEmpty()) {
            return answer;
        }
        Why why = new Why(Reason.NOTHING_LISTENS, false, fault.get().words(), fault.get().cures());
        return new Answer(
                answer.question(),
                answer.from(),
                answer.to(),
                Optional.of(why),
                answer.there(),
                answer.back());
    }

    private Outcome unknown(boolean isSender, String text) {
        String expected = "the name of a server, an address, or outside";
        return new Unknown(isSender, expected, "\"" + text + "\"", parties.advice(text));
    }

    private boolean isKnown(String text) {
        return text.equals(Question.OUTSIDE) || Ip4.is(text) || parties.server(text).isPresent();
    }

    /** Whether nobody of the cloud is meant. */
    private boolean isOutside(String text) {
        if (text.equals(Question.OUTSIDE)) {
            return true;
        }
        return Ip4.is(text)
                && parties.owner(text).isEmpty()
                && parties.floating(text).isEmpty()
                && network.portWith(text).isEmpty()
                && !isInPool(text);
    }

    private boolean isInPool(String address) {
        for (Network each : NeutronView.networks(network.world())) {
            if (network.subnetOf(each, address).isPresent() && !network.isPhysical(each, address)) {
                return true;
            }
        }
        return false;
    }

    private Answer fromOutside(Question question) {
        Optional<Party.Outside> from =
                question.from().equals(Question.OUTSIDE)
                        ? parties.outside()
                        : Optional.of(new Party.Outside(question.from()));
        Answer.End to = new Answer.End(question.to(), "");
        if (from.isEmpty()) {
            Answer.End outside = new Answer.End(Question.OUTSIDE, "");
            return no(question, outside, to, ways.noExternalNetwork());
        }
        Answer.End end = new Answer.End(Question.OUTSIDE, from.get().address());
        Optional<Server> server = parties.server(question.to());
        if (server.isEmpty()) {
            return attempt(question, from.get(), question.to());
        }
        List<Party.Guest> guests = parties.guests(server.get());
        if (guests.isEmpty()) {
            return no(question, end, to, noPort(server.get()));
        }
        for (Party.Guest each : guests) {
            Optional<FloatingIp> floating = parties.floatingOf(each.port());
            boolean isNear =
                    network.providers().stream()
                            .anyMatch(p -> p.uuid().equals(each.port().network()));
            if (floating.isPresent() || isNear) {
                String address = floating.map(FloatingIp::address).orElse(each.address());
                return attempt(question, from.get(), address);
            }
        }
        Optional<Why> asleep = ground.guest(guests.getFirst());
        return no(
                question,
                end,
                new Answer.End(server.get().name(), ""),
                asleep.orElseGet(() -> ways.toFloat(guests.getFirst())));
    }

    private Why noPort(Server server) {
        Party.Guest none =
                new Party.Guest(
                        new Port(0, "", "", "", "", "", "", "", "", "", List.of(), "", "DOWN", 0),
                        Optional.of(server));
        Optional<Why> asleep = ground.guest(none);
        return server.status().equals("ACTIVE") || asleep.isEmpty()
                ? Why.of(
                        Reason.NO_PORT,
                        new Words(
                                server.name() + " has no port on any network",
                                server.name() + " não tem porta em nenhuma rede"),
                        Cure.after(
                                new Words("Look at it:", "Veja:"),
                                "openstack server show " + Shell.quoted(server.name())))
                : asleep.get();
    }

    private Answer fromGuest(Question question) {
        Optional<Server> sender = parties.server(question.from());
        List<Party.Guest> guests =
                sender.isPresent()
                        ? parties.guests(sender.get())
                        : parties.owner(question.from()).map(List::of).orElse(List.of());
        Answer.End from = new Answer.End(question.from(), "");
        Answer.End to = new Answer.End(question.to(), "");
        if (guests.isEmpty()) {
            Why why =
                    sender.isPresent()
                            ? noPort(sender.get())
                            : diagnosis.of(
                                    new Passage.Lost(
                                            Reason.UNUSED_ADDRESS, question.from(), List.of()),
                                    Flow.of(question, question.from(), question.to()));
            return no(question, from, to, why);
        }
        List<String> addresses = addresses(question.to());
        if (addresses.isEmpty()) {
            Optional<Server> target = parties.server(question.to());
            Why why = target.isPresent() ? noPort(target.get()) : ways.noExternalNetwork();
            return no(question, from, to, why);
        }
        List<Answer> answers = new ArrayList<>();
        for (String address : addresses) {
            Answer answer = attempt(question, best(guests, address), address);
            if (answer.reaches()) {
                return answer;
            }
            answers.add(answer);
        }
        return answers.getFirst();
    }

    /** Addresses to try, the nearest first. */
    private List<String> addresses(String to) {
        if (to.equals(Question.OUTSIDE)) {
            return parties.outside().map(o -> List.of(o.address())).orElse(List.of());
        }
        Optional<Server> server = parties.server(to);
        if (server.isEmpty()) {
            return List.of(to);
        }
        List<String> fixed = new ArrayList<>();
        List<String> floating = new ArrayList<>();
        for (Party.Guest each : parties.guests(server.get())) {
            if (!each.address().isEmpty()) {
                fixed.add(each.address());
            }
            parties.floatingOf(each.port()).ifPresent(f -> floating.add(f.address()));
        }
        fixed.addAll(floating);
        return fixed;
    }

    /** The port on the destination's network, else the first. */
    private Party.Guest best(List<Party.Guest> guests, String address) {
        for (Party.Guest each : guests) {
            boolean isNear =
                    network.subnet(each.port().subnet())
                            .map(s -> Ip4.isIn(address, s.cidr()))
                            .orElse(false);
            if (isNear) {
                return each;
            }
        }
        return guests.getFirst();
    }

    private static Answer no(Question question, Answer.End from, Answer.End to, Why why) {
        return new Answer(question, from, to, Optional.of(why), List.of(), List.of());
    }

    /** Sends one packet to one address, and its answer back. */
    private Answer attempt(Question question, Party from, String address) {
        Flow flow =
                Flow.of(
                        question,
                        question.source().isEmpty() ? from.address() : question.source(),
                        address);
        Answer.End sender = new Answer.End(from.name(), flow.source());
        Optional<Party.Guest> target = parties.owner(address);
        String name = target.map(Party.Guest::name).orElse(Question.OUTSIDE);
        Answer.End receiver =
                new Answer.End(
                        target.isEmpty() && !question.to().equals(Question.OUTSIDE) ? "" : name,
                        address);
        Optional<Why> asleep =
                (from instanceof Party.Guest guest ? ground.guest(guest) : Optional.<Why>empty())
                        .or(() -> target.flatMap(ground::guest));
        if (asleep.isPresent()) {
            return no(question, sender, receiver, asleep.get());
        }
        Carrier carrier = new Carrier(network);
        Passage there = carrier.carry(from, flow);
        return switch (there) {
            case Passage.Lost lost ->
                    new Answer(
                            question,
                            sender,
                            receiver,
                            Optional.of(diagnosis.of(lost, flow)),
                            hops(from, lost.steps(), from),
                            List.of());
            case Passage.Echoed(List<Step> steps) ->
                    new Answer(
                            question,
                            sender,
                            receiver,
                            ground.way(from, steps, from),
                            hops(from, steps, from),
                            List.of());
            case Passage.Arrived arrived -> {
                Asked asked = new Asked(question, from, flow, sender, receiver);
                yield back(asked, carrier, arrived);
            }
        };
    }

    private record Asked(
            Question question, Party from, Flow flow, Answer.End sender, Answer.End receiver) {

        Answer answer(Optional<Why> why, List<Hop> there, List<Hop> back) {
            return new Answer(question, sender, receiver, why, there, back);
        }
    }

    private Answer back(Asked asked, Carrier carrier, Passage.Arrived arrived) {
        Party to =
                NeutronView.port(network.world(), arrived.port())
                        .map(port -> (Party) parties.guest(port))
                        .orElseGet(() -> new Party.Outside(arrived.destination()));
        List<Hop> there = hops(asked.from, arrived.steps(), to);
        Optional<Why> below = ground.way(asked.from, arrived.steps(), to);
        if (below.isPresent()) {
            return asked.answer(below, there, List.of());
        }
        Flow answer = asked.flow.answered(arrived.destination(), arrived.source());
        return switch (carrier.carry(to, answer)) {
            case Passage.Lost lost ->
                    asked.answer(
                            Optional.of(diagnosis.of(lost, answer).ofAnswer()),
                            there,
                            hops(to, lost.steps(), asked.from));
            case Passage.Echoed(List<Step> steps) ->
                    asked.answer(Optional.empty(), there, hops(to, steps, to));
            case Passage.Arrived back -> {
                boolean isSame = back.source().equals(asked.flow.destination());
                Optional<Why> why =
                        isSame ? Optional.empty() : Optional.of(elsewhere(asked.flow, back));
                yield asked.answer(why, there, hops(to, back.steps(), asked.from));
            }
        };
    }

    private static Why elsewhere(Flow flow, Passage.Arrived back) {
        return new Why(
                Reason.ANSWERS_FROM_ELSEWHERE,
                true,
                new Words(
                        "the answer comes from "
                                + back.source()
                                + ", while "
                                + flow.destination()
                                + " was asked",
                        "a resposta vem de "
                                + back.source()
                                + ", mas a pergunta foi a "
                                + flow.destination()),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Ask " + back.source() + " instead.",
                                        "Pergunte a " + back.source() + "."))));
    }

    private List<Hop> hops(Party from, List<Step> steps, Party to) {
        return Hops.of(
                network, makers, net -> ground.carrier(net, from, steps, to).orElse(""), steps);
    }
}

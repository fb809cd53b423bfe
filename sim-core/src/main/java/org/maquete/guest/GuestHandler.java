package org.maquete.guest;

import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Outcome;
import org.maquete.nova.ServerStateSet;
import org.maquete.world.World;

/** Decides what happens in servers when somebody logs in, and to requests from outside. */
final class GuestHandler {

    private final Login login;
    private final Wire wire;

    GuestHandler(Wire wire) {
        this.wire = wire;
        login = new Login(wire);
    }

    void run(RunInGuest command, World world, Outcome out) {
        Login.Done done = login.run(world, out.now(), command.hosts(), command.script());
        finish(done.result(), done.site(), out);
    }

    void ask(AskByHttp command, World world, Outcome out) {
        Site site = new Site(world, out.now());
        Curl curl = Curl.read(command.words());
        Result result = curl.send(site, new Connections(site, wire), Wire.OUTSIDE).result();
        finish(result, site, out);
    }

    static void build(BuildImage command, World world, Outcome out) {
        Site site = new Site(world, out.now());
        Dockerfile.Built file = Dockerfile.read(command.dockerfile());
        site.set(Images.build(site, Images.DESK, command.name(), file));
        site.facts().forEach(out::fact);
        out.answer(Answer.of("Successfully tagged " + command.name()));
    }

    static void push(PushImage command, World world, Outcome out) {
        Site site = new Site(world, out.now());
        Optional<Image> image = site.image(Images.DESK, Images.plain(command.name()));
        if (image.isEmpty()) {
            String name = "docker.io/" + Images.plain(command.name());
            out.answer(Answer.failed(1, "An image does not exist locally with the tag: " + name));
            return;
        }
        site.set(image.get().in(Images.HUB));
        site.facts().forEach(out::fact);
        out.answer(Answer.of("The push refers to repository [docker.io/" + command.name() + "]"));
    }

    private static void finish(Result result, Site site, Outcome out) {
        for (Fact each : site.allFacts()) {
            out.fact(each);
        }
        if (result.tookNs() == 0) {
            out.answer(new Answer(result.stdout(), result.stderr(), result.exit()));
            return;
        }
        long ticket = out.answerLater();
        out.schedule(
                result.tookNs(),
                new AnswerDue(ticket, result.stdout(), result.stderr(), result.exit()));
    }

    static void due(AnswerDue event, World world, Outcome out) {
        out.answer(event.ticket(), new Answer(event.stdout(), event.stderr(), event.exit()));
    }

    /** A server that is stopped ends its containers; those that it may not start again stay so. */
    static void stopped(ServerStateSet fact, World world, Outcome out) {
        if (!fact.state().status().equals("SHUTOFF")) {
            return;
        }
        Site site = new Site(world, out.now());
        for (Container each : site.containers(fact.uuid())) {
            boolean isBack =
                    each.restart().equals("always") || each.restart().equals("unless-stopped");
            if (each.running() && !isBack) {
                out.fact(new ContainerChanged(each.ended(0, "")));
            }
        }
    }
}

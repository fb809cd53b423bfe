package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.guest.Dockerfile.Built;

/** Images: those of Docker Hub whose insides are known, and those that a Dockerfile tells. */
final class Images {

    static final String HUB = "docker.io";
    static final String DESK = "desk";

    private Images() {}

    /** {@code nginx} of {@code docker.io/library/nginx:latest}. */
    static String plain(String name) {
        String rest = name.replaceFirst("^(docker\\.io/)?(library/)?", "");
        int slash = rest.lastIndexOf('/');
        int colon = rest.indexOf(':', slash + 1);
        return colon < 0 ? rest : rest.substring(0, colon);
    }

    /** The image as Docker Hub has it: pushed by the operator, or one that everybody knows. */
    static Optional<Image> hub(Site site, String name) {
        return site.image(HUB, plain(name)).or(() -> official(plain(name)));
    }

    // docker.io: the Dockerfiles of nginx, postgres and hello-world
    private static Optional<Image> official(String name) {
        return switch (name) {
            case "nginx" -> Optional.of(image(name, List.of("nginx", "-g", "daemon off;"), "80"));
            case "postgres" -> Optional.of(image(name, List.of("postgres"), "5432"));
            case "hello-world" -> Optional.of(image(name, List.of("/hello"), ""));
            case "ubuntu", "debian", "alpine", "python" ->
                    Optional.of(image(name, List.of("bash"), ""));
            default -> Optional.empty();
        };
    }

    private static Image image(String name, List<String> command, String exposed) {
        List<String> ports = exposed.isEmpty() ? List.of() : List.of(exposed);
        return new Image(-1, HUB, name, name, command, List.of(), ports, List.of());
    }

    /** Builds one in a place; what it is built from decides what is not said. */
    static Image build(Site site, String place, String name, Built file) {
        String from = plain(file.from());
        Optional<Image> below = site.image(place, from).or(() -> hub(site, from));
        List<String> environment = new ArrayList<>(below.map(Image::environment).orElse(List.of()));
        environment.addAll(file.environment());
        List<String> exposed = new ArrayList<>(below.map(Image::exposed).orElse(List.of()));
        exposed.addAll(file.exposed());
        List<String> labels = new ArrayList<>(below.map(Image::labels).orElse(List.of()));
        labels.addAll(file.labels());
        List<String> command =
                file.command().isEmpty()
                        ? below.map(Image::command).orElse(List.of())
                        : file.command();
        return new Image(
                -1,
                place,
                plain(name),
                below.map(Image::base).orElse(from),
                command,
                environment,
                exposed,
                labels);
    }
}

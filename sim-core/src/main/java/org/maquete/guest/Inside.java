package org.maquete.guest;

/** A guest in which somebody has logged in. */
record Inside(String server, Site site, Connections connections) {

    Guest guest() {
        return site.guest(server);
    }

    String path(String name, String folder) {
        if (name.startsWith("~/")) {
            return "/home/ubuntu/" + name.substring(2);
        }
        String plain = name.startsWith("./") ? name.substring(2) : name;
        return plain.startsWith("/") ? plain : folder + "/" + plain;
    }
}

package org.maquete.maas;

import java.util.List;

/**
 * A space as the API lists it, with what is in it.
 *
 * @param number its number; {@value #NUMBER_UNDEFINED} for the space of all VLANs that are in none
 * @param name {@value #UNDEFINED} for that one
 * @param subnets those on its VLANs, in order of making; Juju leaves out a space without any
 */
public record Space(int number, String name, List<Subnet> subnets) {

    /** The name of what is in no space: MAAS 3.5, models/space.py. */
    public static final String UNDEFINED = "undefined";

    /** Its number in the API: MAAS 3.5, api/spaces.py. */
    public static final int NUMBER_UNDEFINED = -1;

    public Space {
        subnets = List.copyOf(subnets);
    }
}

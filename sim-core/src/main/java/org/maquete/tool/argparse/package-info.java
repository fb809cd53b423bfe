/**
 * CPython 3.11's argparse, as far as the openstack client uses it.
 *
 * <p>In reality python-openstackclient builds an {@code argparse.ArgumentParser} per command and
 * lets it parse the words after the command. argparse takes unambiguous beginnings of long options,
 * options among positionals, one-letter clusters and glued values; it refuses on standard error
 * with a usage block and one line {@code prog: error: ...}, exit code 2. Where an action of the
 * client itself refuses a value (a property without {@code =}), argparse does not catch that and
 * the client prints the bare message with exit code 1.
 *
 * <p>Modelled, and compared with the real parsers line by line, usage block included: all nargs but
 * REMAINDER and subparsers, types and choices, required arguments, exclusive groups, prefixes,
 * {@code --}, negative numbers, the refusals word for word, the wrapping of usage at 80 columns;
 * the actions that osc-lib and the client add ({@link org.maquete.tool.argparse.Kind}). Also what
 * looks like a mistake of CPython: a value that is the same object as the default counts as not
 * given, and {@code --name=--} yields an empty list.
 *
 * <p>Simplified: which equal objects are one object is known for None, bools, integers from -5 to
 * 256 and texts of at most one character. Sets that have no order in reality (keys of key=value
 * options) are printed sorted. Not modelled: help texts (a help request is a result of its own),
 * arguments from files, {@code --block-device} with the path of a file, JSON lists as pairs in
 * {@code --binding-profile}.
 *
 * <p>Fidelity: every line of the goldens {@code openstack-lines} and {@code openstack-random}
 * equal, and 30,000 of 30,000 random lines (recorder) equal to python3-openstackclient 6.0.0 on
 * Python 3.11.2, in values, exit codes, standard output and standard error. No durations: parsing
 * takes no simulated time.
 *
 * <p>Sources: CPython 3.11, Lib/argparse.py; osc-lib 2.6.2, cli/parseractions.py;
 * python-openstackclient 6.0.0, compute/v2/server.py and network/v2/port.py; python-neutronclient
 * 8.1.0, common/utils.py.
 */
@NullMarked
package org.maquete.tool.argparse;

import org.jspecify.annotations.NullMarked;

/**
 * cliff 4.0, the framework under the openstack client: it finds the command among the words of a
 * line and prints what the command gives back.
 *
 * <p>In reality {@code openstack} first reads the whole line with the parser of its global options,
 * looks up the longest run of words that is a command or abbreviates exactly one ({@code hyp
 * list}), then authenticates, and only then builds the command's parser ({@link
 * org.maquete.tool.argparse}). That order is why a wrong option is reported only to those who can
 * log in; {@link org.maquete.tool.cliff.ClientLine.Found} therefore parses when asked. An unknown
 * command prints a list of similar ones on standard output, exit code 2.
 *
 * <p>Modelled: the 617 commands of python-openstackclient 6.0.0 with the plug-ins of Debian 12
 * (compute, identity v3, image v2, network, neutronclient, object store, volume v3) and the global
 * options, from a text of facts recorded from the real parsers ({@code openstack-client.txt}); the
 * look-up; the formats table, json, yaml, csv, value and shell with {@code -c}, {@code
 * --sort-column}, {@code --max-width}, {@code --quote}, {@code --noindent}, {@code --print-empty},
 * {@code --prefix}; osc-lib's columns for dicts and lists.
 *
 * <p>Simplified: widths of wide characters are by block; {@code --fit-width} does nothing, as
 * without a terminal; in the refusal of {@code -c} the known columns stand as a tuple, where some
 * commands have a list. Not modelled: the traceback that {@code --debug} adds to a refusal, the
 * prompt that opens without a command, help texts, YAML anchors, {@code csv --quote none} of an
 * empty field alone in its line (the real one fails), the commands of clients that Debian does not
 * install by default (octavia, heat).
 *
 * <p>Fidelity: all goldens in {@code golden/tool} equal, byte by byte, and 5,000 random tables
 * (recorder, seed 7) equal to the real formatters. No durations.
 *
 * <p>Sources: cliff 4.0.0 (app.py, commandmanager.py, lister.py, show.py, formatters/), prettytable
 * 3.6.0, PyYAML 6.0, CPython 3.11 (csv, json, textwrap), osc-lib 2.6.2 (format_columns.py), as
 * Debian 12 ships them.
 */
@NullMarked
package org.maquete.tool.cliff;

import org.jspecify.annotations.NullMarked;

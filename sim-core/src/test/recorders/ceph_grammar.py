#!/usr/bin/python3
"""Writes the table of the ceph client's commands, and what the client makes of some lines.

usage: ceph_grammar.py COMMANDS.JSON LINES.TXT TABLE.TXT ANSWERS.TXT
COMMANDS.JSON: what a monitor answers to get_command_descriptions; needs python3-ceph-argparse 16.2.
A line of the table: words and <name;type;required;many;limits>, the help, the flags.
"""
import contextlib, io, json, shlex, sys
from ceph_argparse import parse_json_funcsigs, validate_command

commands = json.load(open(sys.argv[1]))


def part(sig):
    if isinstance(sig, str):
        return sig
    limits = sig.get('strings') or sig.get('range') or sig.get('goodchars') or ''
    many = sig.get('n') == 'N'
    required = sig.get('req', 'true') in (True, 'true', 'True')
    return '<%s;%s;%d;%d;%s>' % (sig['name'], sig['type'], required, many, limits)


with open(sys.argv[3], 'w') as table:
    for command in commands.values():
        words = ' '.join(part(s) for s in command['sig'])
        table.write('%s\t%s\t%d\n' % (words, command['help'], command['flags']))

with open(sys.argv[4], 'w') as answers:
    for line in open(sys.argv[2]):
        sigs = parse_json_funcsigs(json.dumps(commands), 'cli')
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            valid = validate_command(sigs, shlex.split(line))
        valid.pop('target', None)
        valid.pop('poll', None)
        answers.write('$ ' + line)
        answers.write(said.getvalue())
        if valid:
            answers.write('= ' + json.dumps(valid, sort_keys=True) + '\n')

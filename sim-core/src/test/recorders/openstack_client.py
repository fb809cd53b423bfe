"""Records what the real openstack client does with command lines, and its grammar.

Run with the system Python of Debian 12 (python3-openstackclient 6.0.0, cliff 4.0.0):

    /usr/bin/python3 openstack_client.py --grammar > openstack-client.txt
    /usr/bin/python3 openstack_client.py --lines lines.txt > cases.jsonl
    /usr/bin/python3 openstack_client.py --random 1000 --seed 7 > cases.jsonl

No cloud is asked: authentication and the command's own work are replaced by nothing, so what is
recorded is the look-up of the command, the parsers and their refusals. Two sets of the client have
no order in reality and are sorted here: the kinds of authentication (which order the global
options) and the keys that its key=value options name in their refusals. Plug-ins that a machine has
besides python3-openstackclient's own are left out, and so are tracebacks.
"""
import argparse
import contextlib
import importlib.metadata
import io
import json
import logging
import os
import random
import shlex
import sys

for name in list(os.environ):
    if name.startswith(("OS_", "CLIFF_")) or name == "ALL_PROJECTS":
        del os.environ[name]
os.environ["COLUMNS"] = "80"
HERE = os.getcwd()
os.chdir("/")
ASKED = sys.argv[1:]
sys.argv = ["openstack"]

from cliff import display  # noqa: E402
from openstackclient import shell  # noqa: E402
from openstackclient.common import clientmanager  # noqa: E402
from osc_lib.api import auth  # noqa: E402
from osc_lib.cli import parseractions  # noqa: E402


# What python3-openstackclient brings with it; plug-ins that a machine has besides are left out.
PACKAGES = ("openstackclient.", "neutronclient.", "cliff.", "osc_lib.")
AUTH_PACKAGES = ("keystoneauth1.", "openstackclient.", "osc_lib.", "cinderclient.")


def is_ours(entry_point, packages):
    return (entry_point.value + ".").startswith(packages)


class SortedSet(set):
    """A set of key names that is iterated in order."""

    def __iter__(self):
        return iter(sorted(set.__iter__(self)))

    def __or__(self, other):
        return SortedSet(set(self) | set(other))


class Client(shell.OpenStackShell):
    """The real client, which stops where it would start to work."""

    ready = False
    seen = None

    def configure_logging(self):
        if not self.ready:
            super().configure_logging()

    def initialize_app(self, argv):
        if not self.ready:
            self.command_options = argv
            super().initialize_app(argv)
            self.ready = True
            known = self.command_manager.commands
            for name in list(known):
                if isinstance(known[name], importlib.metadata.EntryPoint) and not is_ours(
                        known[name], PACKAGES):
                    del known[name]

    def prepare_to_run_command(self, cmd):
        self.seen = [cmd, None]
        cmd.run = self.record
        parser_of = cmd.get_parser

        def get_parser(prog):
            parser = parser_of(prog)
            in_order(parser)
            self.seen.append(parser)
            return parser

        cmd.get_parser = get_parser

    def record(self, namespace):
        self.seen[1] = namespace
        return 0

    def clean_up(self, cmd, result, err):
        pass

    def interact(self):
        return 0


def in_order(parser):
    for action in parser._actions:
        if isinstance(action, parseractions.MultiKeyValueAction):
            action.required_keys = SortedSet(action.required_keys)
            action.optional_keys = SortedSet(action.optional_keys)


def start():
    auth.get_plugin_list()
    kinds = importlib.metadata.entry_points(group="keystoneauth1.plugin")
    auth.PLUGIN_LIST = sorted({
        k.name for k in kinds
        if is_ours(k, AUTH_PACKAGES) and "kerberos" not in k.value})
    shell.shell.osprofiler_profiler = None
    clientmanager.PLUGIN_MODULES[:] = [
        m for m in clientmanager.PLUGIN_MODULES if m.__name__.startswith(PACKAGES)]
    formatters = {}
    load = display.DisplayCommandBase._load_formatter_plugins

    def load_once(command):
        space = command.formatter_namespace
        if space not in formatters:
            formatters[space] = load(command)
        return formatters[space]

    display.DisplayCommandBase._load_formatter_plugins = load_once
    client = Client()
    in_order(client.parser)
    client.run(["command", "list"])
    return client


def given(namespace, parser):
    """The values that differ from the defaults of the grammar."""
    plain = {}
    for action in parser._actions:
        if action.dest != argparse.SUPPRESS and action.default != argparse.SUPPRESS:
            plain.setdefault(action.dest, action.default)
    return {k: v for k, v in vars(namespace).items() if k not in plain or plain[k] != v
            or type(plain[k]) is not type(v)}


def listen(stream):
    """Sends what the client logs to the console there."""
    for handler in logging.getLogger("").handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.stream = stream


def case_of(client, argv):
    client.seen = None
    client.options = None
    out, err = io.StringIO(), io.StringIO()
    listen(err)
    client.stdout = out
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = client.run(list(argv))
        except SystemExit as exit_:
            code = exit_.code or 0
    case = {"argv": list(argv), "exit": code}
    if client.seen and client.seen[1] is not None:
        defaults = client.seen[0].__class__(client, client.options).get_parser("x")
        case["given"] = given(client.seen[1], defaults)
        case["global"] = given(client.options, client.parser)
        case["prog"] = client.seen[2].prog
    else:
        # help texts are not recorded, only that help was printed
        case["stdout"] = "help" if out.getvalue().startswith("usage: ") else out.getvalue()
        # with --debug the client also prints where in its own code it failed
        case["stderr"] = err.getvalue().partition("Traceback (most recent call last):")[0]
    return case


# ---------------------------------------------------------------------------- the grammar

KINDS = {"_StoreAction": "store", "_StoreTrueAction": "true", "_StoreFalseAction": "false",
         "_StoreConstAction": "const", "_AppendAction": "append", "_CountAction": "count",
         "_HelpAction": "help", "_VersionAction": "version", "KeyValueAction": "key-value",
         "KeyValueAppendAction": "key-values", "MultiKeyValueAction": "multi-key-value",
         "MultiKeyValueCommaAction": "multi-key-value-comma", "_CommaListAction": "comma-list",
         "NonNegativeAction": "non-negative", "RangeAction": "range", "NICAction": "nic",
         "JSONKeyValueAction": "json-key-value", "BDMLegacyAction": "block-device-mapping",
         "BDMAction": "block-device"}


def type_name(action):
    kind = action.type
    if kind is None:
        return None
    if kind in (int, float):
        return kind.__name__
    if hasattr(kind, "func"):
        keys = ",".join(sorted(kind.keywords["optional_keys"] or []))
        assert not kind.keywords["required_keys"]
        return "pairs:" + keys
    if kind.__name__ == "percent_type":
        return "percent"
    if kind.__name__ == "_convert_ipvx_case":
        return "ipvx"
    word = kind("aB")
    assert word in ("ab", "AB"), kind
    return "lower" if word == "ab" else "upper"


def line_of(action, group):
    fields = [",".join(action.option_strings) or "." + action.dest]
    kind = KINDS[type(action).__name__]

    def add(key, value):
        assert "\t" not in value and "\n" not in value
        fields.append(key + "=" + value)

    add("k", kind)
    if kind == "help":
        return "\t".join(fields)
    if action.option_strings:
        add("d", action.dest)
    if action.nargs not in (None, 0):
        add("n", str(action.nargs))
    if type_name(action):
        add("t", type_name(action))
    if action.choices is not None:
        choices = [str(c) for c in action.choices]
        assert not any("," in c for c in choices)
        assert all(isinstance(c, str) or action.type is int for c in action.choices)
        add("c", ",".join(choices))
    if action.required and action.option_strings:
        add("r", "1")
    if kind == "const":
        add("o", json.dumps(action.const))
    if action.default is not None and action.default != argparse.SUPPRESS:
        add("v", json.dumps(action.default))
    if action.metavar is not None:
        add("m", action.metavar)
    if kind == "nic" and action.key:
        add("q", action.key)
    if kind in ("multi-key-value", "multi-key-value-comma", "block-device"):
        add("q", ",".join(action.required_keys))
        add("p", ",".join(action.optional_keys))
    if group is not None:
        add("g", group)
    if action.help == argparse.SUPPRESS:
        add("h", "1")
    return "\t".join(fields)


def block_of(parser):
    groups = {}
    for number, group in enumerate(parser._mutually_exclusive_groups, 1):
        for action in group._group_actions:
            assert id(action) not in groups
            groups[id(action)] = str(number) + ("!" if group.required else "")
    return [line_of(a, groups.get(id(a))) for a in parser._actions]


def print_grammar(client):
    blocks = {}
    for name in sorted(client.command_manager.commands):
        factory = client.command_manager.commands[name]
        factory = factory.resolve() if hasattr(factory, "resolve") else factory.load()
        said = io.StringIO()
        listen(said)
        parser = factory(client, client.options).get_parser("openstack " + name)
        in_order(parser)
        blocks[name] = ["!" + line for line in said.getvalue().splitlines()] + block_of(parser)
    counts = {}
    for block in blocks.values():
        for line in block:
            counts[line] = counts.get(line, 0) + 1
    shared = [line for line, count in counts.items() if count > 9]
    print("# The command-line grammar of python-openstackclient 6.0.0 (Debian 12), facts only;")
    print("# recorded by src/test/recorders/openstack_client.py. OpenstackGrammar reads it.")
    print("commands")
    print("\n".join(blocks))
    print("shared")
    print("\n".join(shared))
    print("global")
    print("\n".join(block_of(client.parser)))
    for name, block in blocks.items():
        print("command " + name)
        for line in block:
            print("@%d" % shared.index(line) if line in shared else line)
    print("end")


# ---------------------------------------------------------------------------- random lines

WORDS = ["a", "net1", "ext_net", "web-1", "", "10", "-5", "0", "4", "6", "abc", "k=v", "k=v,w=x",
         "size=1", "a b", "1.5", "-1.5", "--", "x=", "=x", "10.0.0.0/24", "7:9", "9:7", "tcp",
         "auto", "none", "uuid=1", "net-id=n", "a,b", "{\"a\": 1}", "IPv4", "-", "ingress",
         "it's", "start=1,end=2", "vdb=id:volume:1", "50", "é", "destination=1,gateway=2"]


def random_value(luck, action):
    if action.choices and luck.random() < 0.8:
        return str(luck.choice(list(action.choices)))
    if action.type is int and luck.random() < 0.8:
        return str(luck.randrange(-3, 200))
    return luck.choice(WORDS)


def random_option(luck, action):
    name = luck.choice(action.option_strings)
    if luck.random() < 0.12 and len(name) > 5:
        name = name[:luck.randrange(3, len(name))]
    if luck.random() < 0.04:
        cut = luck.randrange(len(name))
        name = name[:cut] + luck.choice(["", "x", "-"]) + name[cut + luck.randrange(2):]
    if action.nargs == 0:
        return [name + ("=x" if luck.random() < 0.02 else "")]
    value = random_value(luck, action)
    if luck.random() < 0.04:
        return [name]
    if luck.random() < 0.2:
        return [name + "=" + value]
    if luck.random() < 0.1:
        return [name + value]
    return [name, value]


def random_line(luck, client, names):
    name = luck.choice(names)
    factory = client.command_manager.commands[name]
    factory = factory.resolve() if hasattr(factory, "resolve") else factory.load()
    parser = factory(client, client.options).get_parser("x")
    words = name.split()
    if luck.random() < 0.1:
        which = luck.randrange(len(words))
        words[which] = words[which][:luck.randrange(1, len(words[which]) + 1)]
    if luck.random() < 0.03:
        words[luck.randrange(len(words))] += "x"
    options = [a for a in parser._actions if a.option_strings]
    chosen = [a for a in options if a.required and luck.random() < 0.9]
    for group in parser._mutually_exclusive_groups:
        if group.required and luck.random() < 0.9:
            chosen.append(luck.choice(group._group_actions))
    chosen += [a for a in luck.choices(options, k=luck.randrange(5))
               if a.dest != "help" or luck.random() < 0.1]
    pieces = [random_option(luck, a) for a in chosen]
    for action in parser._actions:
        if not action.option_strings and luck.random() < 0.93:
            count = luck.randrange(1, 4) if action.nargs in ("+", "*") else 1
            pieces.append([random_value(luck, action) for _ in range(count)])
    if luck.random() < 0.6:
        luck.shuffle(pieces)
    if luck.random() < 0.05:
        pieces.insert(luck.randrange(len(pieces) + 1), [luck.choice(WORDS)])
    line = words + [w for p in pieces for w in p]
    if luck.random() < 0.05:
        extra = luck.choice(client.parser._actions)
        line = (random_option(luck, extra) + line) if luck.random() < 0.7 else (
            line + random_option(luck, extra))
    return line


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--grammar", action="store_true")
    asked.add_argument("--lines")
    asked.add_argument("--random", type=int, default=0)
    asked.add_argument("--seed", type=int, default=1)
    asked = asked.parse_args(ASKED)
    lines = []
    if asked.lines:
        with open(os.path.join(HERE, asked.lines), encoding="utf-8") as given_lines:
            lines = given_lines.read().splitlines()
    out = sys.stdout
    client = start()
    if asked.grammar:
        print_grammar(client)
        return
    cases = [shlex.split(line) for line in lines if line and not line.startswith("#")]
    luck = random.Random(asked.seed)
    names = sorted(client.command_manager.commands)
    cases += [random_line(luck, client, names) for _ in range(asked.random)]
    for argv in cases:
        print(json.dumps(case_of(client, argv), sort_keys=True), file=out)


main()

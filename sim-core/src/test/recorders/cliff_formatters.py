"""Records what cliff's real formatters print for made-up data.

    /usr/bin/python3 cliff_formatters.py > cases.jsonl      (Debian 12: cliff 4.0.0,
    prettytable 3.6.0, PyYAML 6.0; osc-lib 2.6.2 for the formatted columns)

A case has the kind of command (list, show), its words, columns, rows of cells, and what came out.
A cell is a plain value, or {"dict": ...}, {"list": ...}, {"lists": ...}, {"dicts": ...} for the
columns of osc-lib.
"""
import argparse
import contextlib
import io
import json
import os
import random
import sys

ASKED = sys.argv[1:]
sys.argv = ["openstack"]
os.environ["COLUMNS"] = "80"

from cliff import app, commandmanager, lister, show  # noqa: E402
from osc_lib.cli import format_columns  # noqa: E402

KINDS = {"dict": format_columns.DictColumn, "list": format_columns.ListColumn,
         "lists": format_columns.DictListColumn, "dicts": format_columns.ListDictColumn}


def cell(value):
    if isinstance(value, dict):
        (kind, inner), = value.items()
        return KINDS[kind](inner)
    return value


CASE = {}


class List(lister.Lister):
    def take_action(self, parsed_args):
        rows = [[cell(v) for v in row] for row in CASE["rows"]]
        return tuple(CASE["columns"]), rows


class Show(show.ShowOne):
    def take_action(self, parsed_args):
        return tuple(CASE["columns"]), [cell(v) for v in CASE["rows"][0]]


class Quiet(app.App):
    CONSOLE_MESSAGE_FORMAT = "%(message)s"

    def configure_logging(self):
        import logging
        logging.getLogger("").handlers = []
        super().configure_logging()


def run(kind, words, columns, rows):
    CASE.update(columns=columns, rows=rows)
    out, err = io.StringIO(), io.StringIO()
    commands = commandmanager.CommandManager("none")
    commands.add_command("list", List)
    commands.add_command("show", Show)
    tool = Quiet("x", "1", commands, stdin=io.StringIO(), stdout=out, stderr=err)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = tool.run([kind] + words)
    print(json.dumps({"kind": kind, "words": words, "columns": columns, "rows": rows,
                      "stdout": out.getvalue(), "stderr": err.getvalue(), "exit": code}))


COLUMNS = ["ID", "Name", "Status", "RAM", "Addresses", "Properties"]
ROWS = [["3f2b", "web-1", "ACTIVE", 2048, {"lists": {"user1_net": ["192.169.0.31", "172.16.7.4"]}},
         {"dict": {"role": "web", "tier": None, "n": {"a": 1, "b": "x"}}}],
        ["01cc", "db", "ERROR", 512, {"lists": {}}, {"dict": {}}],
        ["77aa", "it's \"x\", y\\z", "SHUTOFF", None, {"lists": {"b": ["2", "1"], "a": ["9"]}},
         {"dict": {"k": "v w"}}]]
ODD = ["Text", "Real", "Bool", "None", "List", "Dicts", "Lines"]
ODD_ROWS = [["été 東京", 1.5, True, None, {"list": ["b", "a"]},
             {"dicts": [{"start": "10.0.0.2", "end": "10.0.0.9"}, {"x": "1"}]}, "one\ntwo\r\nthree"],
            ["", 1e20, False, None, {"list": []}, {"dicts": []}, "a\rb"]]
SCALARS = ["yes", "null", "~", "1", "010", "1.5", "1e3", "1.0e+3", "12:34:56", "fa:16:3e:00:11:22",
           "2026-11-21", "2026-11-21T07:00:00Z", "2022-05-01T10:00:00.000000", "a: b", "a:b", "a #b",
           "a#b", "- x", "-x", "--- x", "? x", "?x", "!t", "&a", "*a", "%x", "@x", "`x", "it's",
           "'q'", "\"q\"", "x ", " x", "x\ny", "x\n", "\nx", "x \ny", "x\n y", "tab\tx", "été", "<<",
           "=", "0x1F", "0b11", "+1", "-1", ".5", ".inf", "-", "", "[a]", "{a}", "a, b", "http://h:80/",
           "long " * 30, ("word, it's " * 20).strip(), ("é word " * 20).strip(), "x" * 120 + " y z",
           "172.16.7.0-172.16.8.255", "10.0.0.0/24", "1_000", "True", "None", "0", "00", "08",
           "2001:db8::1", "😀 ok", "a\\b", "{'a': 'b'}", "two  blanks " * 10]
LONG = [["3f2b7a7e-9d52-4f2f-8d3b-1f6f3b5f4a11", "a well-known name with many words in it -- and dashes",
         "x" * 50], ["1", "short", "self-service-net,provider-net and more; e.g. 10.0.0.1"]]


def chosen():
    for form in ("table", "json", "yaml", "csv", "value"):
        run("list", ["-f", form], COLUMNS, ROWS)
        run("list", ["-f", form], COLUMNS, [])
        run("list", ["-f", form, "-c", "Name", "-c", "ID"], COLUMNS, ROWS)
        run("list", ["-f", form, "-c", "name"], COLUMNS, ROWS)
        run("list", ["-f", form], ODD, ODD_ROWS)
        run("list", ["-f", form], ["S"], [[s] for s in SCALARS if "\t" not in s])
    for form in ("table", "json", "yaml", "shell", "value"):
        run("show", ["-f", form], COLUMNS, ROWS[:1])
        run("show", ["-f", form], COLUMNS, ROWS[2:])
        run("show", ["-f", form, "-c", "RAM"], COLUMNS, ROWS[:1])
        run("show", ["-f", form, "-c", "nope", "-c", "x"], COLUMNS, ROWS[:1])
        run("show", ["-f", form], ODD, ODD_ROWS[:1])
        run("show", ["-f", form], ODD, ODD_ROWS[1:])
        run("show", ["-f", form], ["a b:c-d"], [["v"]])
        run("show", ["-f", form], [], [[]])
    for mode in ("all", "minimal", "none", "nonnumeric"):
        run("list", ["-f", "csv", "--quote", mode], COLUMNS, ROWS)
        run("list", ["-f", "csv", "--quote", mode], ODD, ODD_ROWS)
    run("list", ["-f", "json", "--noindent"], COLUMNS, ROWS)
    run("show", ["-f", "json", "--noindent"], ODD, ODD_ROWS[:1])
    run("list", ["--print-empty"], COLUMNS, [])
    run("list", ["--fit-width"], COLUMNS, ROWS)
    run("show", ["-f", "shell", "--prefix", "os_"], COLUMNS, ROWS[:1])
    run("show", ["-f", "shell", "--variable", "ram"], COLUMNS, ROWS[:1])
    for words in (["Name"], ["RAM"], ["Status", "--sort-column", "ID"], ["nope"], ["Addresses"],
                  ["Name", "--sort-descending"], ["RAM", "--sort-descending"], ["Properties"]):
        run("list", ["--sort-column"] + words, COLUMNS, ROWS)
    run("list", ["--sort-column", "ID"], ["ID", "N"], [["a", 1], [1, 2], ["b", 3]])
    run("list", ["--sort-column", "N"], ["ID", "N"], [["a", 1], ["x", "2"], ["b", 3]])
    for width in range(10, 130, 7):
        run("list", ["--max-width", str(width)], ["ID", "Name", "Description"], LONG)
        run("list", ["--max-width", str(width)], COLUMNS, ROWS)
        run("show", ["--max-width", str(width)], ["id", "description", "x"], LONG[:1])


PIECES = ["a", "web", "-", "--", " ", "  ", "'", "\"", ":", ": ", "#", " #", ",", "1", "0", ".", "_",
          "\n", "é", "東", "word", "self-service", "[", "{", "yes", "no", "\\", "10.0.0.1", "e+5", "x=y"]


def random_text(luck):
    return "".join(luck.choice(PIECES) for _ in range(luck.choice([1, 2, 3, 5, 9, 40])))


def random_cell(luck):
    kind = luck.random()
    if kind < 0.6:
        return random_text(luck)
    if kind < 0.8:
        return luck.choice([None, True, False, 0, -3, 10 ** 20, 1.5, 1e-7, 2.0, 1e300])
    if kind < 0.9:
        return {"dict": {random_text(luck): luck.choice([random_text(luck), 1, None])
                         for _ in range(luck.randrange(3))}}
    return luck.choice([{"list": [random_text(luck) for _ in range(luck.randrange(3))]},
                        {"lists": {"n": [random_text(luck)]}},
                        {"dicts": [{"k": random_text(luck), "j": "1"}]}])


def randoms(count, seed):
    luck = random.Random(seed)
    for _ in range(count):
        kind = luck.choice(["list", "show"])
        forms = ["table", "json", "yaml", "value", "csv" if kind == "list" else "shell"]
        columns = luck.sample(["ID", "Name", "Status", "RAM", "a b", "x:y"], luck.randrange(1, 5))
        rows = [[random_cell(luck) for _ in columns]
                for _ in range(1 if kind == "show" else luck.randrange(4))]
        words = ["-f", luck.choice(forms)]
        if luck.random() < 0.3:
            words += ["--max-width", str(luck.randrange(12, 140))]
        if luck.random() < 0.2:
            words += ["-c", luck.choice(columns)]
        if kind == "list" and luck.random() < 0.2:
            words += ["--quote", luck.choice(["all", "minimal", "none", "nonnumeric"])]
        run(kind, words, columns, rows)


asked = argparse.ArgumentParser()
asked.add_argument("--random", type=int, default=0)
asked.add_argument("--seed", type=int, default=1)
asked = asked.parse_args(ASKED)
if asked.random:
    randoms(asked.random, asked.seed)
else:
    chosen()

/**
 * The flags of programs written in Go: Juju's gnuflag, and the flag package of the standard library
 * as vault uses it.
 *
 * <p>In reality every juju command builds a FlagSet of the library github.com/juju/gnuflag, which
 * github.com/juju/cmd (cmd.go, Main) parses before anything else: a wrong flag prints {@code ERROR
 * } and one line on standard error and the exit code is 2, before any controller is asked. vault
 * builds FlagSets of Go's own package flag: a wrong flag prints one line, exit code 1 (vault 1.8,
 * command/operator_init.go and command/base_flags.go).
 *
 * <p>Modelled: gnuflag with long flags, one-letter flags and their clusters ({@code -n 3}, {@code
 * -n3}; {@code -n=3} has the value {@code =3}, as in reality), flags of a bool that need no value,
 * {@code --x=false}, flags after other words where the command allows it, {@code --}; the flag
 * package with {@code -x}, {@code --x}, {@code -x=v}, {@code -x v}, ending at the first other word;
 * the conversions strconv.ParseBool, strconv.ParseInt with base 0 and time.ParseDuration with their
 * refusals. A flag of another type brings its own check, whose words end the refusal.
 *
 * <p>Not modelled: abbreviations (neither library has them), usage and help texts (a help request
 * is a result of its own), vault's {@code @file} values and its warning about flags after other
 * words (vault 1.10 and later).
 *
 * <p>Sources: github.com/juju/gnuflag, flag.go (parseOne, parseFlagArg); github.com/juju/cmd,
 * cmd.go (Main, handleCommandError); Go 1.17, src/flag/flag.go, src/strconv/atoi.go and atob.go,
 * src/time/format.go; github.com/hashicorp/vault, command/base_flags.go. The texts are written from
 * these sources, not recorded: neither program is installed where the tests run.
 */
@NullMarked
package org.maquete.tool.gnuflag;

import org.jspecify.annotations.NullMarked;

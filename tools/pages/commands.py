"""The command line as it tells of itself."""

from __future__ import annotations

import inspect
from typing import Final

import click
from tools.pages.markdown import page as whole

from kuzet import cli

WIDTH: Final = 100


def page() -> str:
    """Every verb's help."""
    parent = click.Context(cli.main, info_name="kuzet", terminal_width=WIDTH, help_option_names=["-h", "--help"])
    codes = inspect.cleandoc(cli.__doc__ or "").split("\n\n")[-1]
    about = (
        "`kuzet VERB --help` prints what stands here. A bar shows progress on a terminal and nothing where "
        "output is piped; every error is one line that names the value, what was expected and where."
    )
    return whole(
        "Command line", about, codes, _help(cli.main, parent), *(_verb(name, parent) for name in cli.main.commands)
    )


def _verb(name: str, parent: click.Context) -> str:
    command = cli.main.commands[name]
    context = click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH)
    return f"## {name}\n\n{_help(command, context)}"


def _help(command: click.Command, context: click.Context) -> str:
    return f"```\n{command.get_help(context)}\n```"

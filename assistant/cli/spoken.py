"""Click's own words in the person's language: help pages and errors."""

from __future__ import annotations

import click

from assistant.i18n import Translator


class Spoken(click.Command):
    """A command whose help page speaks the language it was built with."""

    def __init__(self, tr: Translator, name: str, **kwargs: object) -> None:
        super().__init__(name, options_metavar=tr("[OPTIONS]"), **kwargs)  # type: ignore[arg-type]
        self.tr = tr

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, explained."""
        return explained(super().get_help_option(ctx), self.tr)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how to write the command."""
        usage(self, ctx, formatter, self.tr)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with a heading."""
        options(self, ctx, formatter, self.tr)


class SpokenGroup(click.Group):
    """The same for commands with commands of their own."""

    def __init__(self, tr: Translator, name: str, **kwargs: object) -> None:
        super().__init__(
            name,
            options_metavar=tr("[OPTIONS]"),
            subcommand_metavar=tr("COMMAND …"),
            no_args_is_help=False,
            **kwargs,  # type: ignore[arg-type]
        )
        self.tr = tr

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, explained."""
        return explained(super().get_help_option(ctx), self.tr)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how to write the command."""
        usage(self, ctx, formatter, self.tr)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        options(self, ctx, formatter, self.tr)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and one line each."""
        names = self.list_commands(ctx)
        with formatter.section(self.tr("Commands")):
            formatter.write_dl([(name, self.line(ctx, name)) for name in names])

    def line(self, ctx: click.Context, name: str) -> str:
        """One line about a command."""
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=200) if command else ""


def explained(option: click.Option | None, tr: Translator) -> click.Option | None:
    """The option with its help in the person's language."""
    if option is not None:
        option.help = tr("Show this page")
    return option


def usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, tr: Translator) -> None:
    """Write the usage line."""
    pieces = command.collect_usage_pieces(ctx)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=tr("Write it like this:") + " ")


def options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, tr: Translator) -> None:
    """Write the options."""
    every = (one.get_help_record(ctx) for one in command.get_params(ctx) if not isinstance(one, click.Argument))
    rows = [row for row in every if row is not None]
    if rows:
        with formatter.section(tr("Options")):
            formatter.write_dl(rows)


def wrong(error: click.ClickException, tr: Translator) -> str:
    """What is wrong with the command line, and how to mend it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    helps = tr("For help: {command} --help", command=context.command_path if context else "recourse")
    return f"{_what(error, tr)} {helps}"


def _what(error: click.ClickException, tr: Translator) -> str:
    match error:
        case click.NoSuchOption() | click.BadOptionUsage():
            return _option(error, tr)
        case click.BadParameter():  # a missing one is of this kind too
            name = error.param.human_readable_name if error.param else ""
            missing = isinstance(error, click.MissingParameter)
            return (
                tr("{name} is missing.", name=name.upper())
                if missing
                else tr("{name} cannot have this value.", name=name)
            )
        case click.UsageError():
            return tr("There is a word too many in the command.")
        case _:
            return error.format_message()


def _option(error: click.NoSuchOption | click.BadOptionUsage, tr: Translator) -> str:
    name = error.option_name
    if isinstance(error, click.BadOptionUsage):
        if "does not take" in error.message:
            return tr("The option {option} takes no value.", option=name)
        return tr("The option {option} needs a value after it.", option=name)
    if error.possibilities:
        return tr("There is no option {option}. Did you mean {near}?", option=name, near=error.possibilities[0])
    return tr("There is no option {option}.", option=name)

"""The platforms of a release, from platforms.json, which everything else is made from or compared with."""

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
REPOSITORY = FOLDER.parent.parent


class Refused(Exception):
    """What cannot be packaged, with the reason as a sentence."""


def all_platforms():
    return json.loads((FOLDER / "platforms.json").read_text(encoding="utf-8"))


def platform(name):
    for one in all_platforms():
        if one["name"] == name:
            return one
    known = ", ".join(one["name"] for one in all_platforms())
    raise Refused(f"there is no platform '{name}', only {known}")


def archive_name(one):
    return f"tasklint-{one['name']}.{one['archive']}"


def npm_name(one):
    return f"@arize-tasklint/cli-{one['name']}"


def install_mark(kind, version):
    """The text of tasklint.install, by which the program knows how it was installed: of another version, it says nothing."""
    return f"{kind} {version}\n"

"""The archives of a release: the program for people who unpack it, and what reads C#."""

from pathlib import Path

from . import notices
from .archives import Entry, write
from .platforms import FOLDER, Refused, archive_name, install_mark
from .program import check


def pack(one, program, version, target, notice):
    check(one, program)
    folder = f"tasklint-{one['name']}"
    file = Path(target) / archive_name(one)
    write(file, [
        Entry(f"{folder}/{one['executable']}", Path(program).read_bytes(), is_program=True),
        Entry(f"{folder}/tasklint.install", install_mark("archive", version)),
        Entry(f"{folder}/{notices.FILE}", notice),
        Entry(f"{folder}/README.md", (FOLDER / "README-archive.md").read_bytes()),
    ])
    return file


def pack_host(folder, target):
    """What reads declarations in C#, the same for all platforms: unpacked beside the program, it is used."""
    folder = Path(folder)
    files = [file for file in folder.rglob("*") if file.is_file()]
    if not any(file.name == "Arize.TaskLint.CSharpHost.dll" for file in files):
        raise Refused(f"'{folder}' is not the folder csharp-host of a published tasklint")
    target = Path(target) / "tasklint-csharp-host.tar.gz"
    write(target, [Entry(f"csharp-host/{file.relative_to(folder).as_posix()}", file.read_bytes()) for file in files])
    return target

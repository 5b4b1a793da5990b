"""The wheel of a platform. The program is among its scripts, so that it is started without Python; python -m tasklint finds it there."""

import base64
import hashlib
from pathlib import Path

from . import notices
from .archives import Entry, write_zip
from .platforms import FOLDER, install_mark
from .program import check
from .versions import python_version


def name(one, release):
    return f"tasklint-{python_version(release)}-py3-none-{'.'.join(one['wheel'])}.whl"


def pack(one, program, release, target, notice, address=None):
    check(one, program)
    version = python_version(release)
    tags = [f"py3-none-{platform}" for platform in one["wheel"]]
    info, data = f"tasklint-{version}.dist-info", f"tasklint-{version}.data"
    source = FOLDER / "python"
    metadata = (source / "METADATA").read_text(encoding="utf-8").replace("@version@", version)
    if address:
        metadata += f"Project-URL: Repository, {address}\n"
    entries = [
        *(Entry(f"tasklint/{file}", (source / "tasklint" / file).read_bytes().replace(b"@version@", version.encode("ascii"))) for file in ("__init__.py", "__main__.py", "py.typed")),
        Entry(f"{data}/data/share/tasklint/tasklint.install", install_mark("wheel", release)),
        Entry(f"{data}/scripts/{one['executable']}", Path(program).read_bytes(), is_program=True),
        Entry(f"{info}/{notices.FILE}", notice),
        Entry(f"{info}/METADATA", metadata + "\n" + (FOLDER / "README-package.md").read_text(encoding="utf-8")),
        Entry(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: tasklint-packaging\nRoot-Is-Purelib: false\n" + "".join(f"Tag: {tag}\n" for tag in tags)),
    ]
    entries.sort(key=lambda entry: entry.path)
    record = "".join(f"{entry.path},{_hash(entry.data)},{len(entry.data)}\n" for entry in entries)
    # The format asks for the metadata at the end, and for the list of files without itself.
    entries.append(Entry(f"{info}/RECORD", f"{record}{info}/RECORD,,\n"))
    file = Path(target) / name(one, release)
    write_zip(file, entries)
    return file


def _hash(data):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")

"""What a native program is made of: the packages that NuGet restored, and the libraries that are linked into it."""

import base64
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from .platforms import Refused

# A part of Brotli's dictionary, which is in whatever has the library.
_BROTLI = b"profileservicedefaulthimself"
_ZLIB = re.compile(rb"(\d+(?:\.\d+)+)\.zlib-ng")
_LIBC_LICENSES = {"musl": "MIT", "glibc": "LGPL-2.1-or-later"}


class Part:
    """A library in the program, or a tool that made it. version may be None. notices: files with licences, in its package."""

    def __init__(self, name, version, license_, purl=None, sha512=None, copyright_=None, notices=(), is_tool=False):
        self.name, self.version, self.license = name, version, license_
        self.purl = purl or f"pkg:generic/{name}" + (f"@{version}" if version else "")
        self.sha512, self.copyright, self.notices, self.is_tool = sha512, copyright_, list(notices), is_tool


def parts(one, program, assets, openssl=None, libc=None):
    """
    The parts, in the order of their names.

    assets: the project.assets.json of the restore that the program was published from. openssl: the version of OpenSSL that is linked into a static
    program. libc: the C library in it, as 'musl 1.2.5'.
    """
    static = one.get("static", False)
    if static and not (openssl and libc):
        raise Refused(f"{one['name']} has OpenSSL and a C library in itself: say in which version")
    try:
        restored = json.loads(Path(assets).read_text(encoding="utf-8"))
        folders = [Path(folder) for folder in restored["packageFolders"]]
        found = [_package(folders, name, version, restored["libraries"][f"{name}/{version}"].get("sha512"), is_tool)
                 for name, version, is_tool in _packages(restored, one["rid"])]
        found += [_package(folders, name, version, None, False) for name, version in _runtime(restored)]
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Refused(f"'{assets}' is no project.assets.json that NuGet writes: {wrong!r}") from wrong
    data = Path(program).read_bytes()
    zlib = _ZLIB.search(data)
    if zlib:
        # As it says itself: the version of zlib that it stands in for.
        found.append(Part("zlib-ng", f"{zlib.group(1).decode('ascii')}.zlib-ng", "Zlib"))
    if _BROTLI in data:
        found.append(Part("brotli", None, "MIT"))
    if static:
        found.append(Part("openssl", openssl, "Apache-2.0", copyright_="Copyright (c) The OpenSSL Project Authors"))
        name, _, version = libc.partition(" ")
        if name not in _LIBC_LICENSES or not version:
            raise Refused(f"'{libc}' is not a C library and its version, such as 'musl 1.2.5'")
        found.append(Part(name, version, _LIBC_LICENSES[name], copyright_="Copyright (c) Rich Felker, et al." if name == "musl" else None))
    return sorted(found, key=lambda part: (part.name.lower(), part.version or ""))


def _packages(restored, rid):
    """Name, version and whether nothing of it runs: a tool has neither assemblies nor native files for the program."""
    targets = restored["targets"]
    chosen = [entries for name, entries in targets.items() if name.endswith(f"/{rid}")] or list(targets.values())
    for full, entry in restored["libraries"].items():
        if entry["type"] == "package":
            name, version = full.split("/")
            used = [target[full] for target in chosen if full in target]
            runs = any(not path.endswith("/_._") for one in used for kind in ("runtime", "native", "runtimeTargets") for path in one.get(kind, {}))
            yield name, version, not runs


def _runtime(restored):
    """The parts of .NET that are compiled into the program: NuGet lists them as downloads and not as libraries."""
    for framework in restored["project"]["frameworks"].values():
        for download in framework.get("downloadDependencies", []):
            name = download["name"]
            if name.lower().startswith("microsoft.netcore.app.runtime.nativeaot."):
                yield name, download["version"].strip("[]").split(",")[0].strip()


def _package(folders, name, version, sha512, is_tool):
    folder = next((one / name.lower() / version for one in folders if (one / name.lower() / version).is_dir()), None)
    license_ = copyright_ = None
    notices = []
    if folder:
        nuspec = folder / f"{name.lower()}.nuspec"
        if nuspec.is_file():
            for element in ElementTree.parse(nuspec).iter():
                tag, text = element.tag.rpartition("}")[2], (element.text or "").strip()
                if tag == "license" and element.get("type") == "expression":
                    license_ = text
                elif tag == "copyright" and text:
                    copyright_ = text
                elif tag == "authors" and text and not copyright_:
                    copyright_ = f"Copyright (c) {text}"
        notices = sorted(file for file in folder.iterdir()
                         if file.is_file() and re.fullmatch(r"(license|third-?party-?notices|notice)(\.(txt|md))?", file.name, re.IGNORECASE))
    return Part(name, version, license_, f"pkg:nuget/{name}@{version}", base64.b64decode(sha512).hex() if sha512 else None, copyright_, notices, is_tool)

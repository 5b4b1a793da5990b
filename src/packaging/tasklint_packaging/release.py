"""The files of a release as a whole: its list, its checksums, the notes, and the manifests of package managers made from the list."""

import hashlib
import json
import re
from pathlib import Path

from .platforms import FOLDER, REPOSITORY, Refused, all_platforms, archive_name

LIST = "release.json"
CHECKSUMS = "SHA256SUMS"


def _sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def list_files(folder, version):
    """Writes the list and the checksums. The list has every file but these two."""
    folder = Path(folder)
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name not in (LIST, CHECKSUMS))
    if not files:
        raise Refused(f"'{folder}' has no files to release")
    entries = [{"name": file.name, "size": file.stat().st_size, "sha256": _sha256(file)} for file in files]
    (folder / LIST).write_text(json.dumps({"version": version, "files": entries}, indent=2) + "\n", encoding="utf-8", newline="\n")
    lines = [f"{one['sha256']}  {one['name']}\n" for one in entries] + [f"{_sha256(folder / LIST)}  {LIST}\n"]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_list(folder):
    return json.loads((Path(folder) / LIST).read_text(encoding="utf-8"))


def check_files(folder):
    """Refuses a folder whose files are not those of its list."""
    folder, listed = Path(folder), read_list(folder)
    names = {one["name"] for one in listed["files"]}
    there = {file.name for file in folder.iterdir() if file.is_file()} - {LIST, CHECKSUMS}
    if names != there:
        raise Refused(f"the list and the folder differ: {', '.join(sorted(names ^ there))}")
    for one in listed["files"]:
        if _sha256(folder / one["name"]) != one["sha256"]:
            raise Refused(f"'{one['name']}' is not the file of the list")


def notes(version, changelog=REPOSITORY / "CHANGELOG.md"):
    """The section of a version in the changelog. One that is not there is refused: a release without notes is a mistake."""
    text = Path(changelog).read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found or not found.group(1).strip():
        raise Refused(f"{Path(changelog).name} has no section '## [{version}]' with an entry")
    return found.group(1).strip() + "\n"


def manifests(folder, address, target):
    """
    Writes the manifests of Homebrew, Scoop and winget.

    folder: the release, with its list. address: where its files will be, without a slash at the end.
    """
    if not re.fullmatch(r"https://[A-Za-z0-9._~:/@%+-]+[A-Za-z0-9]", address):
        raise Refused(f"'{address}' is not an address that begins with https:// and ends without a slash")
    listed = read_list(folder)
    version, sums = listed["version"], {one["name"]: one["sha256"] for one in listed["files"]}
    values = {"version": version, "address": address, "home": address.split("/releases/")[0]}
    for one in all_platforms():
        name = archive_name(one)
        key = one["name"].replace("-", "_")
        values[f"{key}_url"] = f"{address}/{name}"
        values[f"{key}_sha256"] = sums.get(name)
    target = Path(target)
    for template in sorted((FOLDER / "manifests").rglob("*")):
        if template.is_file():
            file = target / template.relative_to(FOLDER / "manifests")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_fill(template, values), encoding="utf-8", newline="\n")


def _fill(template, values):
    def value(found):
        name = found.group(1)
        if values.get(name) is None:
            raise Refused(f"{template.name} needs '{name}', and the release does not have it")
        return values[name]

    return re.sub(r"@([a-z0-9_]+)@", value, template.read_text(encoding="utf-8"))

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
    """The list of a release; refused where it is not one that list_files writes."""
    file = Path(folder) / LIST
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as wrong:
        raise Refused(f"'{file}' is not valid JSON in UTF-8: {wrong}") from wrong
    except FileNotFoundError as missing:
        raise Refused(f"'{folder}' has no {LIST}, the list of the files of a release") from missing
    if not isinstance(listed, dict) or not isinstance(listed.get("version"), str) or not isinstance(listed.get("files"), list):
        raise Refused(f"'{file}' is no list of a release: it needs 'version' and 'files'")
    for i, one in enumerate(listed["files"]):
        if not isinstance(one, dict) or not all(isinstance(one.get(key), str) for key in ("name", "sha256")) or not _is_name(one["name"]):
            raise Refused(f"'{file}': files[{i}] needs 'name', which is that of a file in the folder, and 'sha256'")
    return listed


def _is_name(name):
    return name not in ("", ".", "..") and "/" not in name and "\\" not in name and "\0" not in name


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
    _check_sums(folder, listed)


def _check_sums(folder, listed):
    """Refuses checksums that are not those of the list: sha256sum and the installers go by them."""
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as missing:
        raise Refused(f"'{folder}' has no {CHECKSUMS}") from missing
    except ValueError as wrong:
        raise Refused(f"'{folder / CHECKSUMS}' is not text in UTF-8: {wrong}") from wrong
    expected = {f"{one['sha256']}  {one['name']}" for one in listed["files"]} | {f"{_sha256(folder / LIST)}  {LIST}"}
    if set(lines) != expected or len(lines) != len(expected):
        raise Refused(f"{CHECKSUMS} does not have the lines of the list: {min(set(lines) ^ expected, default='a line is there twice')!r}")


def notes(version, changelog=REPOSITORY / "CHANGELOG.md"):
    """The section of a version in the changelog. One that is not there is refused: a release without notes is a mistake."""
    text = Path(changelog).read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found or not found.group(1).strip():
        raise Refused(f"{Path(changelog).name} has no section '## [{version}]' with an entry")
    return found.group(1).strip() + "\n"


def manifests(folder, address, target):
    """
    Writes the manifests of Homebrew, Scoop and winget. A preview such as 1.2.0-beta.1 has none: those managers offer each version to everybody.

    returns whether there are any. folder: the release, with its list. address: where its files will be, without a slash at the end.
    """
    if not re.fullmatch(r"https://[A-Za-z0-9._~:/@%+-]+[A-Za-z0-9]", address):
        raise Refused(f"'{address}' is not an address that begins with https:// and ends without a slash")
    listed = read_list(folder)
    version, sums = listed["version"], {one["name"]: one["sha256"] for one in listed["files"]}
    if "-" in version:
        return False
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
    return True


def _fill(template, values):
    def value(found):
        name = found.group(1)
        if values.get(name) is None:
            raise Refused(f"{template.name} needs '{name}', and the release does not have it")
        return values[name]

    return re.sub(r"@([a-z0-9_]+)@", value, template.read_text(encoding="utf-8"))

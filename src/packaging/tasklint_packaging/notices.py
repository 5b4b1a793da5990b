"""The notices that go with a program: who made what it is made of, and under which licences."""

from .platforms import FOLDER, Refused

FILE = "THIRD-PARTY-NOTICES.txt"


def text(parts):
    """Refuses a part whose licence, or its text, is not known. A tool that made the program leaves nothing in it, and is left out."""
    lines = ["The program tasklint has these parts of others in it.", ""]
    runs = [part for part in parts if not part.is_tool]
    for part in runs:
        if not part.license:
            raise Refused(f"the licence of {part.name} {part.version} is not known")
        lines += [f"{part.name}{' ' + part.version if part.version else ''}: {part.license}"] + ([f"    {part.copyright}"] if part.copyright else [])
    # Those of .NET have the texts of zlib-ng and Brotli.
    within = [part for part in runs if part.notices]
    needed = sorted({part.license for part in runs if not (part.notices and any(file.name.lower().startswith("license") for file in part.notices))}
                    - {"Zlib", "LGPL-2.1-or-later"})
    for license_ in needed:
        file = FOLDER / "licenses" / f"{license_}.txt"
        if not file.is_file():
            raise Refused(f"the text of the licence {license_} is not in {file.parent.name}/")
        lines += ["", "=" * 80, license_, "", file.read_text(encoding="utf-8").strip()]
    shown = set()
    for part in within:
        for file in part.notices:
            content = file.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n").strip()
            if content not in shown:
                shown.add(content)
                lines += ["", "=" * 80, f"{file.name} of {part.name} {part.version}", "", content]
    return "\n".join(lines) + "\n"

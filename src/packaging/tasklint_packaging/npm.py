"""The packages for npm: one for each platform with the program, a small one that starts it, and one with the short name for npx."""

import json
from pathlib import Path

from . import notices
from .archives import Entry, write
from .platforms import FOLDER, all_platforms, install_mark, npm_name
from .program import check

MAIN = "@arize-tasklint/cli"
SHORT = "tasklint"


def pack_platform(one, program, version, target, notice, address=None):
    check(one, program)
    package = {
        **_common(npm_name(one), version, f"The program of {MAIN} for {one['name']}", address),
        "os": [one["npm"]["os"]],
        "cpu": [one["npm"]["cpu"]],
        **({"libc": [one["npm"]["libc"]]} if "libc" in one["npm"] else {}),
        # Yarn keeps packages zipped, and a zipped program cannot be started.
        "preferUnplugged": True,
    }
    return _write(target, package, [
        Entry(f"package/bin/{one['executable']}", Path(program).read_bytes(), is_program=True),
        Entry("package/bin/tasklint.install", install_mark("npm", version)),
        Entry(f"package/{notices.FILE}", notice),
        Entry("package/README.md", f"# {npm_name(one)}\n\nThe program of `{MAIN}` for {one['name']}. Install that package.\n"),
    ])


def pack_main(version, target, address=None):
    source = FOLDER / "npm"
    platforms = [{"name": one["name"], "package": npm_name(one), "executable": one["executable"], **one["npm"], **({"glibc": one["glibc"]} if "glibc" in one else {})}
                 for one in all_platforms()]
    package = {
        **_common(MAIN, version, "Check the evaluation tasks of Arize AX against their declarations: lint them, find drift in the live tasks", address),
        "bin": {"tasklint": "bin/tasklint.js"},
        "engines": {"node": ">=18"},
        "optionalDependencies": {npm_name(one): version for one in all_platforms()},
    }
    return _write(target, package, [
        Entry("package/bin/tasklint.js", (source / "tasklint.js").read_bytes(), is_program=True),
        Entry("package/platforms.json", json.dumps(platforms, indent=2) + "\n"),
        Entry("package/README.md", (FOLDER / "README-package.md").read_bytes()),
    ])


def pack_short(version, target, address=None):
    package = {
        **_common(SHORT, version, f"The same as {MAIN}, under the name that npx takes", address),
        "bin": {"tasklint": "bin/tasklint.js"},
        "engines": {"node": ">=18"},
        "dependencies": {MAIN: version},
    }
    return _write(target, package, [
        Entry("package/bin/tasklint.js", f"#!/usr/bin/env node\nrequire('{MAIN}/bin/tasklint.js');\n", is_program=True),
        Entry("package/README.md", (FOLDER / "README-package.md").read_bytes()),
    ])


def file_name(name, version):
    """As npm pack names it: @scope/name in version 1.2.3 is scope-name-1.2.3.tgz."""
    return f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"


def _common(name, version, description, address):
    return {
        "name": name,
        "version": version,
        "description": description,
        # Where it was built: the registry compares that with the provenance.
        **({"homepage": address, "repository": {"type": "git", "url": f"git+{address}.git"}} if address else {}),
        "publishConfig": {"access": "public"},
        "keywords": ["arize", "arize-ax", "evaluation", "llm", "lint", "drift"],
    }


def _write(target, package, entries):
    file = Path(target) / file_name(package["name"], package["version"])
    write(file, [Entry("package/package.json", json.dumps(package, indent=2) + "\n"), *entries])
    return file

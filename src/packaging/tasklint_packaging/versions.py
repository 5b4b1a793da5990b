"""A version as .NET and npm write it (Semantic Versioning), and as Python does (PEP 440)."""

import re

from .platforms import Refused

_SEMANTIC = re.compile(r"(\d+\.\d+\.\d+)(?:-(alpha|beta|rc)\.(\d+)(?:\.(\d+))?)?")
_SHORT = {"alpha": "a", "beta": "b", "rc": "rc"}


def python_version(version):
    """1.2.3-rc.1 is 1.2.3rc1; 1.2.3-rc.1.4, four commits behind that tag, is 1.2.3rc1.post4."""
    found = _SEMANTIC.fullmatch(version)
    if not found:
        raise Refused(f"'{version}' is not a version such as 1.2.3, 1.2.3-alpha.1, 1.2.3-beta.1 or 1.2.3-rc.1")
    release, kind, number, height = found.groups()
    if kind is None:
        return release
    return f"{release}{_SHORT[kind]}{number}" + (f".post{height}" if height else "")

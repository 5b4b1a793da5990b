"""
Builds a wheel without contents that requires the wheel tasklint, in the version of this repository. pre-commit installs a repository with pip to
run its hooks; this is what pip builds there, with the standard library alone.
"""

import base64
import hashlib
import re
import sys
import zipfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(_ROOT / "src" / "packaging"))
from tasklint_packaging.versions import python_version  # noqa: E402

_NAME = "tasklint_pre_commit"


def _version():
    properties = (_ROOT / "Directory.Build.props").read_text(encoding="utf-8")
    prefix = re.search(r"<VersionPrefix>([^<]+)</VersionPrefix>", properties).group(1)
    suffix = re.search(r"<VersionSuffix>([^<]+)</VersionSuffix>", properties)
    return python_version(prefix + (f"-{suffix.group(1)}" if suffix else ""))


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    version = _version()
    info = f"{_NAME}-{version}.dist-info"
    files = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {_NAME}\nVersion: {version}\nRequires-Dist: tasklint=={version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: hook\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_hash(text)},{len(text.encode())}\n" for name, text in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    wheel = f"{_NAME}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return wheel


def build_sdist(sdist_directory, config_settings=None):
    raise NotImplementedError("there is no source distribution; the wheels of tasklint are made by src/packaging/package")


def _hash(text):
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()

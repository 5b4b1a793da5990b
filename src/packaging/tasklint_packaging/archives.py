"""Archives whose bytes depend on their contents alone: entries in order, one fixed time, no owner."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

# The first time that a zip archive can have, and the same in a tar archive.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_TAR_TIME = 315532800


class Entry:
    """A file of an archive: its path with /, its bytes, and whether it is a program."""

    def __init__(self, path, data, is_program=False):
        self.path = path
        self.data = data if isinstance(data, bytes) else data.encode("utf-8")
        self.mode = 0o755 if is_program else 0o644


def write_zip(target, entries):
    with zipfile.ZipFile(target, "w") as archive:
        for entry in entries:
            info = zipfile.ZipInfo(entry.path, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            # Made on Unix, so that the permissions count, wherever it is made.
            info.create_system = 3
            info.external_attr = (0o100000 | entry.mode) << 16
            archive.writestr(info, entry.data, compresslevel=6)


def write_tar_gz(target, entries):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for entry in entries:
            info = tarfile.TarInfo(entry.path)
            info.size, info.mode, info.mtime = len(entry.data), entry.mode, _TAR_TIME
            archive.addfile(info, io.BytesIO(entry.data))
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0) as packed:
        packed.write(buffer.getvalue())


def write(target, entries):
    """Writes a .zip, or else a .tar.gz, with the entries in the order of their paths."""
    ordered = sorted(entries, key=lambda entry: entry.path)
    (write_zip if Path(target).suffix == ".zip" else write_tar_gz)(target, ordered)

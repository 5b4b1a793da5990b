"""What a native program says of itself: its format, its machine, and the version of glibc that it needs."""

import struct
from pathlib import Path

from .platforms import Refused

_ELF_MACHINES = {62: "x64", 183: "arm64"}
_PE_MACHINES = {0x8664: "x64", 0xAA64: "arm64"}
_MACH_MACHINES = {0x01000007: "x64", 0x0100000C: "arm64"}


class Program:
    """A program that was read: system (linux, osx, win), machine (x64, arm64), and for linux is_static and glibc, such as (2, 34)."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        self.is_static, self.glibc = False, None
        try:
            self._read(data, path)
        except (struct.error, IndexError, ValueError) as cut:
            raise Refused(f"'{path}' begins as a program, and is cut off or damaged") from cut

    def _read(self, data, path):
        if data[:4] == b"\x7fELF":
            self.system, self.machine = "linux", _ELF_MACHINES.get(struct.unpack_from("<H", data, 18)[0])
            self._read_elf(data)
        elif data[:2] == b"MZ":
            start = struct.unpack_from("<I", data, 0x3C)[0]
            self.system, self.machine = "win", _PE_MACHINES.get(struct.unpack_from("<H", data, start + 4)[0])
        elif data[:4] == b"\xcf\xfa\xed\xfe":
            self.system, self.machine = "osx", _MACH_MACHINES.get(struct.unpack_from("<I", data, 4)[0])
        else:
            raise Refused(f"'{path}' is not a program of Linux, macOS or Windows")

    def _read_elf(self, data):
        if data[4] != 2:
            raise Refused("a program of 32 bits is not for any platform")
        start, size, count = struct.unpack_from("<Q", data, 32)[0], *struct.unpack_from("<HH", data, 54)
        kinds = [struct.unpack_from("<I", data, start + i * size)[0] for i in range(count)]
        # Without an interpreter (PT_INTERP), the kernel starts it alone.
        self.is_static = 3 not in kinds
        sections, size, count = struct.unpack_from("<Q", data, 40)[0], *struct.unpack_from("<HH", data, 58)
        for i in range(count):
            _, kind, _, _, offset, length, link, entries, _, _ = struct.unpack_from("<IIQQQQIIQQ", data, sections + i * size)
            # SHT_GNU_verneed: which versions of which libraries are needed.
            if kind == 0x6FFFFFFE:
                strings = struct.unpack_from("<IIQQQQIIQQ", data, sections + link * size)[4]
                self.glibc = max(self._versions(data, offset, strings, entries), default=None)

    @staticmethod
    def _versions(data, offset, strings, entries):
        for _ in range(entries):
            _, names, _, first, following = struct.unpack_from("<HHIII", data, offset)
            at = offset + first
            for _ in range(names):
                _, _, _, name, step = struct.unpack_from("<IHHII", data, at)
                text = data[strings + name : data.index(b"\0", strings + name)].decode("ascii")
                if text.startswith("GLIBC_") and text[6:].replace(".", "").isdigit():
                    yield tuple(int(part) for part in text[6:].split("."))
                at += step
            offset += following


def check(one, path):
    """Refuses a program that is not what its platform promises."""
    program = Program(path)
    system, _, machine = one["name"].partition("-")
    if program.system != system or program.machine != machine.split("-")[-1]:
        raise Refused(f"'{path}' is a program of {program.system}-{program.machine}, and {one['name']} is asked for")
    if one.get("static") and not program.is_static:
        raise Refused(f"'{path}' needs an interpreter, and {one['name']} is static")
    if "glibc" in one and program.glibc is not None:
        floor = tuple(int(part) for part in one["glibc"].split("."))
        if program.glibc > floor:
            raise Refused(f"'{path}' needs glibc {'.'.join(map(str, program.glibc))}, and {one['name']} promises {one['glibc']}; link it on an older system")
    return program

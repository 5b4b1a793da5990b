import os
import sys

from . import find_program


def main() -> int:
    try:
        program = find_program()
    except FileNotFoundError as missing:
        print(f"tasklint: {missing}", file=sys.stderr)
        return 2
    if os.name == "nt":
        import subprocess

        return subprocess.call([program, *sys.argv[1:]])
    # The program takes the place of Python: signals and the exit code are its own.
    os.execv(program, [program, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())

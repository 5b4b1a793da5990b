import os
import sys

from . import find_program


def main() -> int:
    try:
        program = find_program()
    except FileNotFoundError as missing:
        print(f"tasklint: {missing}", file=sys.stderr)
        return 2
    try:
        if os.name == "nt":
            import subprocess

            return subprocess.call([program, *sys.argv[1:]])
        # The program takes the place of Python: signals and the exit code are its own.
        os.execv(program, [program, *sys.argv[1:]])
    except OSError as failed:
        print(f"tasklint: {program} cannot be started: {failed.strerror}; install tasklint again", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

"""The command-line tool tasklint, a native program. `find_program` tells where it is."""

import os
import sys
import sysconfig

__all__ = ["__version__", "find_program"]

# The version of the wheel, and of the program in it.
__version__ = "@version@"


def find_program() -> str:
    """The path of the program. FileNotFoundError if it is in none of the folders that installers put it into."""
    name = "tasklint.exe" if os.name == "nt" else "tasklint"
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    user = sysconfig.get_path("scripts", f"{os.name}_user") if f"{os.name}_user" in sysconfig.get_scheme_names() else None
    # Beside this module first: an environment may have another version of the program than the one that is imported.
    folders = [
        # pip install --target, and then the prefix.
        os.path.join(here, "bin"),
        os.path.join(here, "..", "..", "..", "bin"),
        os.path.join(here, "..", "..", "Scripts"),
        sysconfig.get_path("scripts"),
        user,
    ]
    for folder in folders:
        if folder and os.path.isfile(os.path.join(folder, name)):
            return os.path.normpath(os.path.join(folder, name))
    raise FileNotFoundError(f"the program {name} is in none of these folders: {', '.join(filter(None, folders))}; install the package tasklint again ({sys.executable} -m pip install --force-reinstall tasklint)")

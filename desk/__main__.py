"""`python -m desk COMMAND`: the editor's commands."""

import os
import sys
from importlib import import_module

INTERRUPTED = 130  # as shells say of what Ctrl-C ended
COMMANDS = (
    "build",
    "check",
    "check-links",
    "clip",
    "links",
    "map-data",
    "new",
    "reproduce",
    "schema",
    "screenshots",
    "serve",
)


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        sys.exit(f"usage: python -m desk COMMAND …\nThe commands: {', '.join(COMMANDS)}")
    del sys.argv[1]
    try:
        import_module(f"desk.{name.replace('-', '_')}").main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()

"""`python -m desk COMMAND`: the editor's commands."""

import sys
from importlib import import_module

COMMANDS = ("clip", "links", "reproduce", "screenshots", "serve")


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        sys.exit(f"usage: python -m desk COMMAND …\nThe commands: {', '.join(COMMANDS)}")
    del sys.argv[1]
    import_module(f"desk.{name}").main()


if __name__ == "__main__":
    main()

"""`python -m deploy COMMAND`: bring the site in output/ to a host, and look if it arrived."""

import argparse
import os
import sys
from pathlib import Path

from deploy import DeployError
from deploy.commands import COMMANDS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument(
        "target", nargs="?", help="a server and folder, a bucket, a host, an address"
    )
    parser.add_argument("--site", type=Path, default="output", help="the built site")
    arguments = parser.parse_args()
    command, variable = COMMANDS[arguments.command]
    target = arguments.target or os.environ.get(variable)
    try:
        print(command(arguments.site, target))
    except DeployError as error:
        sys.exit(str(error))
    except FileNotFoundError as error:
        sys.exit(f"{error.filename} is not installed here; the deploy needs it.")
    except KeyboardInterrupt:
        sys.exit("Interrupted. Run the command again and it completes the site.")


if __name__ == "__main__":
    main()

"""The desk: the commands of those who write, look and publish."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

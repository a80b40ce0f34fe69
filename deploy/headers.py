"""What every response says beside its bytes: deploy/headers.yaml and the policy of the pages."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from deploy import DeployError
from desk import ROOT

FILE = ROOT / "deploy/headers.yaml"
POLICY = "Content-Security-Policy"
# What only a header can say, and what holds for pages that are not of this build.
FRAMES = "frame-ancestors 'none'"
FALLBACK = f"base-uri 'none'; form-action 'none'; object-src 'none'; {FRAMES}"


@dataclass(frozen=True)
class Rules:
    """The rules of headers.yaml; paths are from the site's root."""

    everywhere: dict[str, str]
    caching: list[tuple[str, str]]
    errors: str
    types: dict[str, str]
    compressed: list[str]

    def type_of(self, path: str) -> str:
        """The Content-Type of a file. Raises DeployError where no rule names one."""
        file = PurePosixPath(path)
        keys = (path, f"*/{file.name}", file.suffix)
        type_ = next(filter(None, map(self.types.get, keys)), None)
        if type_ is None:
            raise DeployError(f"deploy/headers.yaml: no type for {path} - add its ending to types")
        return type_

    def cache_of(self, path: str) -> str:
        """The Cache-Control of a file."""
        return next(value for expression, value in self.caching if re.search(expression, path))

    def lasting(self, path: str) -> bool:
        """Whether the name of a file changes with its bytes."""
        return "immutable" in self.cache_of(path)

    def compresses(self, path: str) -> bool:
        """Whether a file is worth compressing."""
        return PurePosixPath(path).suffix in self.compressed

    def headers_of(self, path: str, policy: str, *, error: bool = False) -> dict[str, str]:
        """All that a response says; `policy` is that of the pages' own metadata."""
        return {
            **self.everywhere,
            POLICY: whole_policy(policy),
            "Cache-Control": self.errors if error else self.cache_of(path),
            "Content-Type": self.type_of(path),
        }


def whole_policy(policy: str) -> str:
    """The policy of pages with what only a header can say: who may frame them."""
    return f"{policy}; {FRAMES}"


def rules(file: Path = FILE) -> Rules:
    """The rules as written."""
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    caching = [(rule["paths"], rule["value"]) for rule in read["caching"]]
    return Rules(read["everywhere"], caching, read["errors"], read["types"], read["compressed"])
